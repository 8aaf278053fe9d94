/** The journeys on the emulated Discord. */
import { discord } from '../moderation/discord.ts'
import { journeys } from './journeys.ts'

journeys(discord)
