import { describe, expect, it } from 'vitest'
import { reachable } from '../../src/text/links.ts'
import { normalise } from '../../src/text/normalise.ts'

const links = (raw: string) => reachable(normalise(raw)).links.map(({ host, path }) => host + path)
const invites = (raw: string) =>
  reachable(normalise(raw)).links.map(({ invite }) => `${invite?.platform} ${invite?.code}`)
const contacts = (raw: string) => reachable(normalise(raw)).contacts.map(({ kind, value }) => `${kind} ${value}`)

describe('links', () => {
  it.each([
    ['see https://www.Example.com:8080/a?b=1.', 'example.com/a?b=1'],
    ['shop.example.cn', 'shop.example.cn'],
    ['http://192.168.1.1/x', '192.168.1.1/x'],
    ['看https://a.example.com/b，谢谢', 'a.example.com/b'],
  ])('finds %s', (raw, expected) => expect(links(raw)).toEqual([expected]))
  it.each([
    'node.js and file.py, e.g. this',
    'v1.2.3 3.14',
    'ok。me too',
    'main.rs',
    'me@mail.example.com',
    '好的...嗯',
  ])('takes %j for no link', (raw) => expect(links(raw)).toEqual([]))
  it('quotes a link as it was written', () => {
    expect(reachable(normalise('去ＤＩＳＣＯＲＤ．gg/Abc吧')).links[0]?.written).toContain('ＤＩＳＣＯＲＤ．gg/Abc')
  })
})

describe('invitations', () => {
  it.each([
    ['discord.gg/abc', 'discord abc'],
    ['discord[.]gg/abc', 'discord abc'],
    ['discord。gg/abc', 'discord abc'],
    ['discord . gg / abc', 'discord abc'],
    ['discord.gg/ abc', 'discord abc'],
    ['https://discord%2Egg/abc', 'discord abc'],
    ['https://discord.com/invite/abc', 'discord abc'],
    ['t.me/+Xy1', 'telegram +xy1'],
    ['tg://join?invite=abc', 'telegram abc'],
    ['chat.whatsapp.com/Gx1', 'whatsapp gx1'],
    ['https://u.wechat.com/abc', 'wechat abc'],
    ['https://weixin.qq.com/g/AbC', 'wechat g/abc'],
  ])('%s', (raw, expected) => expect(invites(raw)).toEqual([expected]))
  it('is not every page of the same house', () => {
    expect(invites('https://discord.com/channels/1/2')).toEqual(['undefined undefined'])
  })
})

describe('contacts', () => {
  it.each([
    ['微信号: abc_123', 'wechat abc_123'],
    ['加V：wxid_88abc', 'wechat wxid_88abc'],
    ['加薇❶③８１２３４５６７８', 'wechat 13812345678'],
    ['V信 abc12345', 'wechat abc12345'],
    ['有需要V❤️ abc123', 'wechat abc123'],
    ['加我v abc12345', 'wechat abc12345'],
    ['v: some-name', 'wechat some-name'],
    ['➕v❤abc_88', 'wechat abc_88'],
    ['VX：abc_123', 'wechat abc_123'],
    ['v13812345678', 'wechat 13812345678'],
    ['weixin abc-123', 'wechat abc-123'],
    ['QQ群 123456789', 'qq 123456789'],
    ['扣扣12345678', 'qq 12345678'],
    ['138 0013-8000', 'phone 13800138000'],
    ['一三八零零一三八零零零', 'phone 13800138000'],
    ['+44 20 7946 0958', 'phone +442079460958'],
    ['a.b@mail.example.com', 'email a.b@mail.example.com'],
  ])('%s', (raw, expected) => expect(contacts(raw)).toEqual([expected]))
  it.each([
    'viberate_com is down',
    'have a look at vagrant-libvirt',
    'ssh -v build-host-3',
    'wxpython_4 does not build',
    'vxlan_10 and vlan_20',
    'the wechatbot_api package',
    'West Indies v new-zealand',
    'v2.0.1-beta_3 is out',
    '我18岁了 今天12:30',
    'order 1234567890123',
    'I use wx python here',
    '微信支付怎么用',
    'v2 is out',
  ])('finds none in %j', (raw) => expect(contacts(raw)).toEqual([]))
})

it('is linear in what it is given', () => {
  const started = performance.now()
  for (const hostile of ['a.', 'a-', '1 ', '[dot', 'a@', '微信:', '%2e'])
    reachable(normalise(hostile.repeat(10_000 / hostile.length)))
  expect(performance.now() - started).toBeLessThan(1000)
})
