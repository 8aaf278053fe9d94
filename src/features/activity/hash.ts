/** A short, even fingerprint of a text: FNV-1a, 32 bits (Fowler, Noll and Vo; RFC 9923). Never 0, which means "none". */
export function fingerprint(text: string, most = text.length): number {
  let hash = 0x811c9dc5
  const end = Math.min(most, text.length)
  for (let at = 0; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0 || 1
}

export const codeWidth = 7
/** A fingerprint in seven characters of base 36, for lists kept in one text. */
export const code = (print: number): string => print.toString(36).padStart(codeWidth, '0')
