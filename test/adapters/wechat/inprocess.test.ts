/** The journeys with the puppet in the same process. */
import '../../emulators/wechat/quiet.ts'
import { journeys } from './journeys.ts'
import { openWechat } from './kit.ts'

journeys('in one process', openWechat)
