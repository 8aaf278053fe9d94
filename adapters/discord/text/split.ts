/** Cuts a long text into messages: between paragraphs where possible, and never so that a code block is torn. */

/** Parts of at most `max` UTF-16 units, none of them blank. A code block longer than that is closed and opened again. */
export function split(text: string, max: number): string[] {
  const parts: string[] = []
  let part: string[] = []
  let size = 0
  const close = () => {
    const whole = part.join('\n').replace(/^\n+|\s+$/g, '')
    if (whole) parts.push(whole)
    part = []
    size = 0
  }
  for (const piece of piecesOf(text, max)) {
    if (part.length > 0 && size + 1 + piece.length > max) {
      const rest = afterGap(part)
      close()
      part = rest
      size = rest.join('\n').length
      if (rest.length > 0 && size + 1 + piece.length > max) close()
    }
    size += piece.length + (part.length > 0 ? 1 : 0)
    part.push(piece)
  }
  close()
  return parts
}

/** Takes from a full part what stands after its last blank line, where that leaves more than half of it. */
function afterGap(part: string[]): string[] {
  const gap = part.findLastIndex((piece) => piece.trim() === '')
  return gap > part.length / 2 ? part.splice(gap).slice(1) : []
}

/** Lines, with each code block as one piece; what is longer than a message is cut. */
function piecesOf(text: string, max: number): string[] {
  const pieces: string[] = []
  let block: string[] | undefined
  for (const line of text.split('\n')) {
    const isFence = /^\s*```/.test(line)
    if (block) {
      block.push(line)
      if (isFence) {
        pieces.push(...cutBlock(block, max))
        block = undefined
      }
    } else if (isFence && !/^\s*```.+```/.test(line)) block = [line]
    else pieces.push(...cutLine(line, max))
  }
  if (block) pieces.push(...cutBlock([...block, '```'], max))
  return pieces
}

function cutBlock(block: readonly string[], max: number): string[] {
  const whole = block.join('\n')
  if (whole.length <= max) return [whole]
  const open = block[0] as string
  const room = max - open.length - '\n\n```'.length
  if (room < 20) return cutLine(whole, max)
  const inner = block.slice(1, -1).flatMap((line) => cutLine(line, room))
  const pieces: string[] = []
  let some: string[] = []
  for (const line of inner) {
    if (some.length > 0 && some.join('\n').length + 1 + line.length > room) {
      pieces.push([open, ...some, '```'].join('\n'))
      some = []
    }
    some.push(line)
  }
  return [...pieces, [open, ...some, '```'].join('\n')]
}

function cutLine(line: string, max: number): string[] {
  const pieces: string[] = []
  let rest = line
  while (rest.length > max) {
    const at = cutAt(rest, max)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...pieces, rest]
}
/** After a sentence, else at a blank, else where it must be: never within a character. */
function cutAt(line: string, max: number): number {
  const head = line.slice(0, max)
  const sentence = Math.max(...['。', '！', '？', '. ', '! ', '? '].map((mark) => head.lastIndexOf(mark)))
  if (sentence > max / 2) return sentence + 1
  const blank = head.lastIndexOf(' ')
  if (blank > max / 2) return blank
  return /[\uD800-\uDBFF]$/.test(head) ? max - 1 : max
}
