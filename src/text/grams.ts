/**
 * Pieces of words and of Chinese runs as numbers of 32 bits: a string for each would have to be made, hashed and thrown
 * away. Equal pieces have equal numbers, and others never the same one.
 */

const edge = 37
/** 1 to 36 for letters and digits, so that six bits hold one and none is nothing. */
const codeOf = (unit: number) => (unit >= 97 ? unit - 96 : unit - 21)
const four = 0xffffff

/** Adds the runs of four of a stem (a–z, 0–9) with its edges; a shorter one is whole. */
export function addGramsOfWord(word: string, grams: number[]) {
  let last = edge
  for (let at = 0; at < word.length; at++) {
    last = ((last << 6) | codeOf(word.charCodeAt(at))) & four
    if (at >= 2) grams.push(last)
  }
  last = ((last << 6) | edge) & four
  grams.push(last)
}

/** Adds each unit of a Chinese run and each two neighbours. What Chinese is written in lies above all grams of words. */
export function addGramsOfRun(run: string, grams: number[]) {
  for (let at = 0; at < run.length; at++) {
    const high = run.charCodeAt(at) << 16
    grams.push(high | 0)
    if (at + 1 < run.length) grams.push(high | run.charCodeAt(at + 1))
  }
}
