/** Commands as people type them: a line to a name and fields, and back. */
import type { CommandCard, Field } from './command.ts'

export interface Typed {
  readonly card: CommandCard
  readonly input: Readonly<Record<string, unknown>>
}

/** A slash in either width. */
const slash = /^[/／]\s*/u
const blank = /[\s\u3000]+/u

/** Finds commands by name and by alias. */
export class CommandLines {
  readonly #byWord = new Map<string, CommandCard>()
  readonly cards: readonly CommandCard[]
  constructor(cards: readonly CommandCard[]) {
    this.cards = cards
    for (const card of cards)
      for (const word of [card.name, ...card.aliases]) this.#byWord.set(word.toLowerCase(), card)
  }
  find(word: string): CommandCard | undefined {
    return this.#byWord.get(word.normalize('NFKC').toLowerCase())
  }

  /**
   * A message that is a command: "/rules", "／群规", "群规", "@掌柜 群规". Without slash or mention only a Chinese
   * word at the very beginning counts, and one of a single letter only with a blank and a question after it: "问 怎么退款".
   * Alone in a reply it is one where what is replied to stands for what it takes. Anything else is talk.
   */
  parse(line: string, toBot = false, inReply = false): Typed | undefined {
    const first = line.charCodeAt(0)
    if (!toBot && first < 0x2e80 && first !== 0x2f && first !== 0x20) return undefined // ordinary talk, the common case
    const trimmed = line.trim()
    const spoken = toBot ? trimmed.replace(/^@\S+[\s\u2005\u3000]*/u, '') : trimmed
    const called = slash.test(spoken) || toBot
    const rest = spoken.replace(slash, '')
    const word = rest.split(blank, 1)[0] ?? ''
    const card = this.find(word)
    if (!card || (!called && !isHan(word))) return undefined
    const input = readFields(card.fields, rest.slice(word.length), inReply)
    if (called) return { card, input }
    const more = rest.slice(word.length).trim()
    if (inReply && more === '' && card.fields.some((field) => field.unlessReply)) return { card, input }
    const meant = word.length > 1 ? fits(card, input, inReply) : asks(card, input, more)
    return meant ? { card, input } : undefined
  }
}
/** Said without a slash, a word is a command only when what follows is what the command takes. */
const fits = (card: CommandCard, input: Record<string, unknown>, inReply: boolean) =>
  !('_rest' in input) &&
  (inReply || saysWhom(card, input)) &&
  card.fields.every((field, n) => takes(field, input[field.name]) && (n > 0 || isNamed(field, input[field.name])))
/** "备注 @小明 …" and "备注 3 …", but not "备注 改成真名": what is about somebody says about whom. */
function saysWhom({ fields }: CommandCard, input: Record<string, unknown>): boolean {
  const isAbout = ({ ref }: Field) => ref === 'case' || ref === 'member'
  if (!fields[0] || !isAbout(fields[0]) || Object.keys(input).length === 0) return true
  return fields.some((field) => isAbout(field) && field.name in input)
}
function takes(field: Field, value: unknown): boolean {
  if (value === undefined) return !field.required || field.unlessReply === true
  if (field.kind === 'choice') return field.choices?.includes(String(value)) ?? false
  if (field.kind === 'int' || field.kind === 'number') return typeof value === 'number'
  return field.kind !== 'bool' || typeof value === 'boolean'
}
/** What the word is about, when it is said first: "积分 @小明" and "兑换 咖啡券", but not "积分 真难拿啊". */
function isNamed(field: Field, value: unknown): boolean {
  if (typeof value !== 'string' || field.kind !== 'text') return true
  if (field.ref === 'member') return /^[@＠]/u.test(value)
  if (field.ref === 'case') return /^[#＃]?\d+$/u.test(value.normalize('NFKC'))
  if (field.ref === 'entry' && asking.test(value)) return value.length <= longestAsked && !/[。！!～~…]$/u.test(value)
  return (
    value.length <= longestNamed && !/[吗吧呢啊啦呀了哦嘛么的过][~～。！!？?，,…]*$|[。！!？?，,…~～]$/u.test(value)
  )
}
const longestNamed = 20
const isHan = (word: string) => /^\p{Script=Han}+$/u.test(word)

/**
 * After a word of one letter, which may be any verb ("问 老师 要作业", "教 我 做饭"): what it takes first must be looked up
 * by key word or question, or be a question that something is said to.
 */
function asks(card: CommandCard, input: Record<string, unknown>, rest: string): boolean {
  const first = card.fields[0] && input[card.fields[0].name]
  if (typeof first !== 'string' || '_rest' in input || toSomebody.test(rest) || /[。！!～~…]$/u.test(rest)) return false
  if (/^[#＃][0-9a-z]{1,4}$/iu.test(first) || /^[问q][:：]/iu.test(first)) return true
  const isQuestion = first.length <= longestAsked && asking.test(first)
  if (card.fields[0]?.ref !== 'entry') return isQuestion && card.fields.every((field) => field.name in input)
  const [head = '', ...more] = first.split(blank)
  return (
    (isQuestion || first.length <= longestNamed) && (more.length === 0 || !isHan(head) || head.length > longestName)
  )
}
/** A Chinese name, or a word for somebody: said before what is asked of them. */
const longestName = 3
const longestAsked = 60
const toSomebody =
  /^(?:[你您我他她它咱谁]|大家|各位|老[师板婆公妈]|家长|客服|管理|群[主里友]|楼[主上下]|一[下个声句]|[个下了过到的题得起这那某]|人家?|别人|问(?![:：])|孩子|小孩|学生|书(?:$|\s))/u
const asking =
  /[?？]|[吗呢]$|怎么|怎样|什么|啥|如何|哪|几|多少|多久|为何|为什么|能不能|可不可以|可以.*吗|是不是|有没有|是否/u

/** Positional words in the order of declaration; the last text field takes the rest; `name=value` anywhere. */
export function readFields(fields: readonly Field[], line: string, inReply = false): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  const words: string[] = []
  for (const word of wordsOf(line)) {
    const named = /^([a-z][a-z0-9_]*)[=＝]([\s\S]*)$/iu.exec(word.text)
    const field = named && !word.quoted && fields.find((one) => one.name === named[1])
    if (field) input[field.name] = coerce(field, unquote(named[2] as string))
    else words.push(word.quoted ? unquote(word.text) : word.text)
  }
  const open = fields.filter((field) => !(field.name in input))
  open.forEach((field, n) => {
    const last = open.at(-1)
    if (field !== last && last?.required && passes(field, words[0])) return
    if (inReply && stands(field, words[0])) return
    const takesRest = n === open.length - 1 && field.kind === 'text'
    const value = takesRest ? words.splice(0).join(' ') : words.shift()
    if (value !== undefined && value !== '') input[field.name] = coerce(field, value)
  })
  if (words.length) input._rest = words.join(' ')
  return input
}

/** The message replied to says who is meant, unless somebody is named: "/warn 刷屏". */
const stands = (field: Field, word: string | undefined) =>
  field.unlessReply === true && field.ref === 'member' && word !== undefined && !isNamed(field, word)
/** What is no case number and no mention is not for a field that may be left out, where text is still to come. */
const passes = (field: Field, word: string | undefined) =>
  !field.required && (field.ref === 'case' || field.ref === 'member') && !isNamed(field, word)

/** The line that reads back as this input: "/mute member=m1 duration=10m reason=\"too loud\"". */
export function writeLine(card: CommandCard, input: Readonly<Record<string, unknown>>): string {
  const parts = card.fields
    .filter((field) => input[field.name] !== undefined)
    .map((field) => `${field.name}=${quote(String(input[field.name]))}`)
  return [`/${card.name}`, ...parts].join(' ')
}

function wordsOf(line: string): { text: string; quoted: boolean }[] {
  const found = line.matchAll(/([a-z][a-z0-9_]*[=＝])?"(?:[^"\\]|\\.)*"|[^\s\u3000]+/giu)
  return [...found].map((match) => ({ text: match[0], quoted: match[0].startsWith('"') }))
}
const quote = (value: string) => `"${value.replace(/["\\]/g, (mark) => `\\${mark}`)}"`
const unquote = (value: string) =>
  value.length >= 2 && value.startsWith('"') && value.endsWith('"')
    ? value.slice(1, -1).replace(/\\(.)/gsu, '$1')
    : value

function coerce(field: Field, value: string): unknown {
  if (field.kind === 'int' || field.kind === 'number') {
    const number = Number(value.normalize('NFKC'))
    return Number.isNaN(number) ? value : number
  }
  if (field.kind === 'choice') return chosen(field, value)
  if (field.kind === 'bool') {
    if (/^(y|yes|true|1|on|是|开)$/iu.test(value)) return true
    return /^(n|no|false|0|off|否|关)$/iu.test(value) ? false : value
  }
  return value
}
/** A choice by its own word or by either language's. */
function chosen(field: Field, value: string): string {
  const same = (word: string | undefined) => word?.toLowerCase() === value.toLowerCase()
  const { choices = [], labels = {} } = field
  return choices.find((choice) => same(choice) || same(labels[choice]?.zh) || same(labels[choice]?.en)) ?? value
}
