/** Files that came along with a message. Their bytes stay, and can be fetched again at their address. */
import type { APIAttachment } from 'discord-api-types/v10'
import type { World } from '../state/world.ts'

export interface Attachment {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly description?: string
}

export function attachmentsOut(world: World, channel: string, files: readonly Attachment[]): APIAttachment[] {
  return files.map((file) => {
    const id = world.id()
    world.files.set(id, file)
    const url = `${world.origin}/cdn/attachments/${channel}/${id}/${encodeURIComponent(file.name)}`
    return {
      id,
      filename: file.name,
      size: file.bytes.byteLength,
      url,
      proxy_url: url,
      content_type: file.type,
      ...(file.description && { description: file.description }),
      ...pngSize(file),
    }
  })
}

/** Width and height from a PNG's header, at bytes 16 and 20. */
function pngSize(file: Attachment): { width: number; height: number } | undefined {
  const { bytes } = file
  if (bytes.byteLength < 24 || bytes[0] !== 0x89 || bytes[1] !== 0x50) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
