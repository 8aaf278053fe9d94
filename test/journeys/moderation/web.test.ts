/** The journeys in the hall of the web page. */
import { journeys } from './journeys.ts'
import { web } from './web.ts'

journeys(web)
