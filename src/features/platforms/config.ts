/** Nothing to decide in files: what is open is settled by a click. */
import { z } from 'zod'

export const config = z.strictObject({})
export type PlatformsConfig = z.output<typeof config>
