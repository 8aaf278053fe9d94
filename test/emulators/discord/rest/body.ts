/** Reads a body: JSON, or multipart with `payload_json` and `files[n]`. */
import type { Attachment } from '../acts/attachments.ts'
import { DiscordError } from '../errors.ts'

export interface ReadBody {
  readonly body: unknown
  readonly files: readonly Attachment[]
}

export async function readBody(bytes: Buffer | undefined, contentType: string): Promise<ReadBody> {
  if (!bytes || bytes.byteLength === 0) return { body: undefined, files: [] }
  if (contentType.startsWith('multipart/form-data')) return readParts(bytes, contentType)
  return { body: json(bytes.toString('utf8')), files: [] }
}

async function readParts(bytes: Buffer, contentType: string): Promise<ReadBody> {
  const parts = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData()
  const payload = parts.get('payload_json')
  const body = typeof payload === 'string' ? json(payload) : {}
  const files: Attachment[] = []
  for (const [name, part] of parts) {
    const index = /^files\[(\d+)\]$/.exec(name)?.[1]
    if (index === undefined || typeof part === 'string') continue
    files.push({
      name: part.name,
      type: part.type,
      bytes: new Uint8Array(await part.arrayBuffer()),
      ...alt(body, index),
    })
  }
  return { body, files }
}

interface Declared {
  id: string | number
  description?: string
}

function declared(body: unknown): Declared[] {
  const holder = body as { attachments?: Declared[]; data?: { attachments?: Declared[] } } | undefined
  return holder?.attachments ?? holder?.data?.attachments ?? []
}

function alt(body: unknown, index: string): { description?: string } {
  const description = declared(body).find(({ id }) => String(id) === index)?.description
  return description ? { description } : {}
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DiscordError('invalidJson')
  }
}
