/** One connection to WeChat: a wechaty of its own, used once. A wechaty that has failed cannot be started again. */
import type { Wechaty } from 'wechaty'
import type { impls } from 'wechaty-puppet'
import type { Library } from './loading.ts'
import { remotePuppet, watchdogSeconds } from './service.ts'
import { type PuppetWish, service } from './wish.ts'

export type Puppet = impls.PuppetInterface
export interface Line {
  readonly bot: Wechaty
  readonly puppet: Puppet
  /** Before `bot.stop()`: leaves a puppet that runs elsewhere running. */
  cut(): void
  /** Whether events can come at all. */
  streams(): boolean
}

export interface Making {
  readonly library: Library
  readonly wish: PuppetWish
  /** The memory card's path. */
  readonly memory: string
  /** The far end has hung up. */
  ended(): void
  /** A puppet instead of the one the environment names: for tests. */
  readonly puppet?: (() => Puppet) | undefined
}

export async function openLine(making: Making): Promise<Line> {
  const { library, wish, memory } = making
  const remote = !making.puppet && wish.name === service ? await remotePuppet(wish, making.ended) : undefined
  const puppet = making.puppet?.() ?? remote?.puppet ?? (await named(wish))
  const bot = library.WechatyBuilder.build({ name: memory, puppet })
  return { bot, puppet, cut: () => remote?.cut(), streams: () => remote?.streams() ?? true }
}

async function named({ name, token, endpoint }: PuppetWish): Promise<Puppet> {
  const { helpers } = await import('wechaty-puppet')
  const puppetOptions = { ...(token && { token }), ...(endpoint && { endpoint }), timeoutSeconds: watchdogSeconds }
  return helpers.resolvePuppet({ puppet: name as `wechaty-puppet-${string}`, puppetOptions })
}
