/** The journeys at the stdio door. */
import { journeys } from './journeys.ts'
import { stdio } from './stdio.ts'

journeys(stdio)
