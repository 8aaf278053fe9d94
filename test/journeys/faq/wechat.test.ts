/** The journeys on the simulated WeChat, in one process. */
import { wechat } from '../moderation/wechat.ts'
import { journeys } from './journeys.ts'

journeys(wechat)
