/**
 * Ban lists that communities share as files anyone may host: one JSON object a line, each signed by the community that
 * gives it out (Ed25519, RFC 8032), so that lists may be copied, cut and put together, and no line can be made up.
 * A later line of the same account replaces an earlier one; `lifted` takes it back.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'

/** What a ban was founded on; never the words themselves. */
export const evidences = ['text', 'link', 'report', 'raid', 'name', 'moderator'] as const

const lineSchema = z.strictObject({
  /** As the platform's adapter mints it: "discord:1234". */
  account: z.string().min(3).max(256),
  /** Why, in the words of the community that gives the list out. */
  reason: z.string().trim().min(3).max(300),
  evidence: z.enum(evidences),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date such as 2026-11-22'),
  lifted: z.literal(true).optional(),
  sig: z.string().max(100),
})
export type Line = Readonly<z.output<typeof lineSchema>>
export type Entry = Omit<Line, 'sig'>

/** The first field keeps a signature from being taken for one of something else. */
const signedPart = ({ account, reason, evidence, date, lifted }: Entry) =>
  Buffer.from(JSON.stringify(['innkeeper-ban-1', account, reason, evidence, date, lifted === true]), 'utf8')

/** A new pair, each as base64 of its DER form: the private one is a secret, the public one goes with the list. */
export function newKeys(): { readonly privateKey: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  }
}
/** @throws Error where it is no Ed25519 key. */
export function privateKeyOf(base64: string): KeyObject {
  const key = createPrivateKey({ key: Buffer.from(base64, 'base64'), type: 'pkcs8', format: 'der' })
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key')
  return key
}
/** Undefined where it is no Ed25519 key. */
export function publicKeyOf(base64: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), type: 'spki', format: 'der' })
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined // not a key at all: told by the caller, at the field
  }
}
export const publicPart = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')

/** One line of the file, without its end. */
export const written = (entry: Entry, key: KeyObject): string =>
  JSON.stringify({ ...entry, sig: sign(null, signedPart(entry), key).toString('base64') })

export interface Bad {
  /** From 1. */
  readonly line: number
  readonly detail: string
}
/** Every line that is well-formed and signed by this key; blank lines and those with `#` are passed over. */
export function read(
  file: string,
  key: KeyObject,
): { readonly entries: readonly Entry[]; readonly bad: readonly Bad[] } {
  const entries: Entry[] = []
  const bad: Bad[] = []
  file.split('\n').forEach((raw, index) => {
    if (raw.trim() === '' || raw.startsWith('#')) return
    const found = lineIn(raw, key)
    if (typeof found === 'string') bad.push({ line: index + 1, detail: found })
    else entries.push(found)
  })
  return { entries, bad }
}
function lineIn(raw: string, key: KeyObject): Entry | string {
  const json = jsonIn(raw)
  if (json === undefined) return 'is no JSON'
  const parsed = lineSchema.safeParse(json)
  if (!parsed.success) return z.prettifyError(parsed.error).replaceAll('\n', ' ')
  const { sig, ...entry } = parsed.data
  return verify(null, signedPart(entry), key, Buffer.from(sig, 'base64')) ? entry : 'is not signed by this key'
}
function jsonIn(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined // told by the caller, with the line
  }
}

/** Of a list whose every line was found signed before it was kept: signatures are not checked again. */
export const trusted = (file: string): readonly Entry[] =>
  file.split('\n').flatMap((raw) => {
    const { data } = lineSchema.safeParse(raw.startsWith('#') ? undefined : jsonIn(raw))
    if (!data) return []
    const { sig: _, ...entry } = data
    return [entry]
  })

/** What a list says in the end: by account, without those that were lifted. */
export function inForceOf(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const by = new Map<string, Entry>()
  for (const entry of entries) {
    if (entry.lifted) by.delete(entry.account)
    else by.set(entry.account, entry)
  }
  return by
}
