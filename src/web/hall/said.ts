/** What a page may send, checked before anything is done with it. */
import { z } from 'zod'
import type { Said } from '../../../adapters/web/wire.ts'
import { id, localeSchema, roleSchema } from '../../core/words.ts'

const by = { nonce: z.string().min(8).max(64), group: id }
/** Texts are bounded by the adapter, which says how long they may be; this only bounds what is parsed. */
const long = z.string().max(60_000)

export const saidSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...by,
    type: z.literal('post'),
    text: long,
    replyTo: id.exactOptional(),
    mentions: z.array(id).max(50).exactOptional(),
  }),
  z.strictObject({ ...by, type: z.literal('edit'), message: id, text: long }),
  z.strictObject({ ...by, type: z.literal('remove'), message: id }),
  z.strictObject({ ...by, type: z.literal('react'), message: id, emoji: z.string().max(32), added: z.boolean() }),
  z.strictObject({
    ...by,
    type: z.literal('command'),
    name: z.string().max(64),
    input: z.record(z.string().max(64), z.union([long, z.number(), z.boolean(), z.null()])),
  }),
  z.strictObject({ ...by, type: z.literal('choose'), message: id, ask: id, option: id }),
  z.strictObject({ ...by, type: z.literal('open'), since: z.int().min(0) }),
  z.strictObject({ ...by, type: z.literal('read'), seq: z.int().min(0) }),
  z.strictObject({ ...by, type: z.literal('leave') }),
]) satisfies z.ZodType<Said>

const name = z.string().max(200)
const secret = z.string().min(1).max(100)
export const joinSchema = z.strictObject({ token: secret, name, locale: localeSchema })
export const enterSchema = z.strictObject({ key: secret, name, locale: localeSchema })
export const inviteSchema = z.strictObject({
  group: id,
  role: roleSchema.exclude(['owner']),
  hours: z
    .int()
    .min(1)
    .max(24 * 90),
  mostUses: z.int().min(0).max(10_000),
})
export const groupSchema = z.strictObject({ name: z.string().trim().min(1).max(80) })
