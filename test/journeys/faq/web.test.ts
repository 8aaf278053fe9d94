/** The journeys in the hall of the web page. */
import { web } from '../moderation/web.ts'
import { journeys } from './journeys.ts'

journeys(web)
