/** What is known of wechaty's puppets: one table, from which docs/wechat.md is printed and the adapter takes its bearings. */
import type { Localised } from '../../src/core/words.ts'

export interface PuppetCard {
  /** The npm package, and the value of WECHATY_PUPPET. */
  readonly name: string
  /** Alive as far as could be read on `asOf`; nothing here was tried on live WeChat by us. */
  readonly state: 'alive' | 'doubtful' | 'dead'
  readonly asOf: string
  /** Ids of rooms and people stay the same at every login. */
  readonly stableIds: boolean
  /** Tells the id of what was sent, so that it can be taken back. */
  readonly recalls: boolean
  readonly announces: boolean
  readonly removes: boolean
  readonly friends: boolean
  readonly invites: boolean
  readonly about: Localised
  readonly setUp: Localised
}

export const puppets: readonly PuppetCard[] = [
  {
    name: 'wechaty-puppet-service',
    state: 'alive',
    asOf: '2026-11-22',
    stableIds: true,
    recalls: true,
    announces: true,
    removes: true,
    friends: true,
    invites: true,
    about: {
      zh: '通过 gRPC 连到别处运行的 puppet：服务商的，或你自己用 `wechaty gateway` 架的。已随 Innkeeper 装好，我们的测试走的就是它。真正能做什么取决于另一头。',
      en: 'Reaches a puppet that runs elsewhere over gRPC: a provider’s, or your own behind `wechaty gateway`. Comes with Innkeeper, and is what our tests go through. What it can really do depends on the other end.',
    },
    setUp: {
      zh: '`WECHATY_PUPPET_SERVICE_TOKEN`，需要时再加 `WECHATY_PUPPET_SERVICE_ENDPOINT`（主机:端口）。',
      en: '`WECHATY_PUPPET_SERVICE_TOKEN` and, where needed, `WECHATY_PUPPET_SERVICE_ENDPOINT` (host:port).',
    },
  },
  {
    name: 'wechaty-puppet-xp',
    state: 'doubtful',
    asOf: '2026-11-22',
    stableIds: true,
    recalls: false,
    announces: false,
    removes: false,
    friends: false,
    invites: false,
    about: {
      zh: '挂在 Windows 微信客户端里，只认特定的旧版本客户端，而旧版本会被强制升级。群昵称的 @ 认不出（本适配器自己补认）。',
      en: 'Hooks into WeChat for Windows, of certain old versions only, which WeChat forces to upgrade. Misses mentions by room alias (the adapter finds them itself).',
    },
    setUp: {
      zh: '在那台 Windows 上 `npm install wechaty-puppet-xp`，再用 `wechaty gateway` 对外提供。',
      en: '`npm install wechaty-puppet-xp` on that Windows machine, offered through `wechaty gateway`.',
    },
  },
  {
    name: 'wechaty-puppet-padlocal',
    state: 'dead',
    asOf: '2026-11-22',
    stableIds: true,
    recalls: true,
    announces: true,
    removes: true,
    friends: true,
    invites: true,
    about: {
      zh: 'iPad 协议，曾经最全。它的版本已被微信拒绝登录（wechaty#2806），网站也停了（puppet-padlocal#358）。',
      en: 'The iPad protocol, once the fullest. WeChat has rejected its version (wechaty#2806) and its site is gone (puppet-padlocal#358).',
    },
    setUp: {
      zh: '已无处买 token。',
      en: 'Tokens are no longer sold.',
    },
  },
  {
    name: 'wechaty-puppet-wechat',
    state: 'doubtful',
    asOf: '2026-11-22',
    stableIds: false,
    recalls: false,
    announces: false,
    removes: true,
    friends: true,
    invites: true,
    about: {
      zh: '网页版微信（UOS）。多数账号登不上，登得上的常被警告或封号（wechaty#2773）；每次登录编号都变。',
      en: 'WeChat for the web (UOS). Most accounts are refused, others are warned or banned (wechaty#2773); ids change at every login.',
    },
    setUp: {
      zh: '`npm install wechaty-puppet-wechat`，`WECHATY_PUPPET=wechaty-puppet-wechat`，扫码登录。',
      en: '`npm install wechaty-puppet-wechat`, `WECHATY_PUPPET=wechaty-puppet-wechat`, log in by QR code.',
    },
  },
  {
    name: 'wechaty-puppet-wechat4u',
    state: 'doubtful',
    asOf: '2026-11-22',
    stableIds: false,
    recalls: false,
    announces: false,
    removes: true,
    friends: true,
    invites: true,
    about: {
      zh: '网页协议，不开浏览器，风险同上。它带来的旧依赖有已知漏洞，默认装的是空包。',
      en: 'The web protocol without a browser, with the same risks. It brings old dependencies with known holes, so an empty package stands in its place.',
    },
    setUp: {
      zh: '从 package.json 的 `overrides` 里删掉它那一行再装，风险自负。',
      en: 'Take its line out of `overrides` in package.json and install it, at your own risk.',
    },
  },
]

/** A puppet that is not in the table is taken to keep its ids, as most do. */
export const keepsIds = (name: string): boolean => puppets.find((card) => card.name === name)?.stableIds ?? true
