/** The journeys on the simulated WeChat, in one process. */
import { journeys } from './journeys.ts'
import { wechat } from './wechat.ts'

journeys(wechat)
