/** The journeys at the stdio door. */
import { stdio } from '../moderation/stdio.ts'
import { journeys } from './journeys.ts'

journeys(stdio)
