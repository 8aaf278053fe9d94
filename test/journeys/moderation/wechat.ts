/** The stage on the simulated WeChat, with the puppet in this process or at the other end of gRPC. */
import '../../emulators/wechat/quiet.ts'
import { does } from '../../../adapters/wechaty/perform.ts'
import { openWechat, type WechatInn, type Wish } from '../../adapters/wechat/kit.ts'
import type { Message } from '../../emulators/wechat/model.ts'
import type { Person } from '../../emulators/wechat/person.ts'
import type { Room } from '../../emulators/wechat/room.ts'
import { World } from '../../emulators/wechat/world.ts'
import { Leaping } from '../discord/clock.ts'
import { timeOf } from './engine.ts'
import type { Guest, Input, Line, Platform, Rank, Setting, Stage, Standing } from './stage.ts'
import { night, timezone } from './start.ts'
import { words } from './words.ts'

export type Open = (world: World, wish: Wish) => Promise<WechatInn>
/** A line that is slow because the machine is busy is not dead: what is said while it is opened anew is lost. */
const patient = { dingMs: 20_000, dongMs: 45_000, startMs: 20_000, loginMs: 20_000, actMs: 30_000 }
const option = /^(\d+)\. (.+)$/gmu

class WechatGuest implements Guest {
  readonly person: Person
  readonly #room: Room
  /** Heard by Innkeeper, before the story goes on. */
  readonly #heard: () => Promise<void>
  constructor(person: Person, room: Room, heard: () => Promise<void>) {
    this.person = person
    this.#room = room
    this.#heard = heard
  }
  get name(): string {
    return this.person.name
  }
  #toBot(text: string): void {
    this.person.says(this.person.friend ? this.#room.world.bot : this.#room, text)
  }
  async says(text: string): Promise<void> {
    this.person.says(this.#room, text)
    await this.#heard()
  }
  /** About somebody in the group where they are, all else in private. */
  async orders(command: string, input: Input): Promise<void> {
    const fields = Object.values(input)
    const typed = fields.map((value) => (typeof value === 'object' ? `@${value.name}` : String(value)))
    const line = `/${[command, ...typed].join(' ')}`
    if (fields.some((value) => typeof value === 'object')) this.person.says(this.#room, line)
    else this.#toBot(line)
    await this.#heard()
  }
  async appeals(number: number, plea: string): Promise<void> {
    this.#toBot(`/appeal ${number} ${plea}`)
    await this.#heard()
  }
  async presses(label: string, under: string): Promise<void> {
    const fits = ({ text, buttons }: Line) => text.includes(under) && buttons.includes(label)
    const found = (await this.reads()).findLast(fits)
    const number = [...(found?.text.matchAll(option) ?? [])].find(([, , words]) => words === label)?.[1]
    if (!found || !number) throw new Error(`${this.name} has no “${label}” under "${under}"`)
    this.person.says(found.alone ? this.#room.world.bot : this.#room, number)
    await this.#heard()
  }
  async reads(): Promise<readonly Line[]> {
    const here = this.#room.has(this.person) ? this.#room.sent : []
    const line = (alone: boolean) => (message: Message) => ({
      id: message.id,
      text: message.text,
      alone,
      buttons: [...message.text.matchAll(option)].map(([, , label = '']) => label),
    })
    return [...here.map(line(false)), ...this.person.sent.map(line(true))].sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  async standing(): Promise<Standing> {
    return this.#room.has(this.person) ? 'in' : 'out'
  }
}

export const wechatBy = (name: string, openWith: Open): Platform => ({
  name,
  async open(setting: Setting): Promise<Stage> {
    const clock = new Leaping(night)
    const { now } = clock
    const { owner, first, second } = words[setting.language]
    const world = new World({ now })
    const boss = world.person(owner).befriends()
    const admins = [first, second].map((admin) => world.person(admin).befriends())
    const room = world.room('灯下读书会', { owner: boss, members: admins })
    for (const admin of [...admins, world.bot]) room.admins.add(admin)
    const community = { languages: [setting.language], timezone }
    const inn = await openWith(world, { now, sections: setting.sections, community, patience: patient })
    await inn.isUp(30_000)
    const { passes, close } = timeOf(inn.engine, clock)
    let spoken = 0
    const heard = async () => {
      spoken += 1
      await inn.waits(async () => (await inn.heard('message')).length >= spoken, 'it was heard', 25_000)
      await inn.engine.idle()
    }
    const enter = (person: Person) => new WechatGuest(person, room, heard)
    const isKnownHere = async (who: string) =>
      (await inn.rows('wechat_members')).some((row) => row.name === who && Number(row.present) === 1)
    /** Over gRPC a join by nobody knows whom is only found by a look at the room. */
    const join = async (people: readonly Person[], inviter: Person | 'unknown') => {
      // Nobody comes back in the same instant in which they were shown out.
      for (const { name } of people)
        await inn.waits(async () => !(await isKnownHere(name)), 'they are known to be gone', 25_000)
      const before = (await inn.heard('member.join')).length
      for (const person of people) person.joins(room, { inviter })
      await inn.waits(
        async () => (await inn.heard('member.join')).length >= before + people.length,
        'they came',
        25_000,
      )
      await inn.engine.idle()
      return people.map(enter)
    }
    const known = (who: string) => world.people.find((person) => person.name === who)
    const newcomer = (who: string, rank: Rank) => {
      const person = known(who) ?? world.person(who)
      return rank === 'stranger' ? person : person.befriends()
    }
    return {
      can: (type) => does.includes(type),
      async comes(who, rank = 'member') {
        const staff = rank === 'owner' || rank === 'moderator' ? known(who) : undefined
        const [guest] = staff ? [enter(staff)] : await join([newcomer(who, rank)], boss)
        if (!guest) throw new Error(`${who} did not come`)
        return guest
      },
      storm: (names) =>
        join(
          names.map((who) => world.person(who)),
          'unknown',
        ),
      stands: async (text) => [...world.messages.values()].some((one) => one.text === text && !one.recalled),
      passes,
      rows: (table) => inn.rows(table),
      errors: () => inn.log.errors,
      async close() {
        await close()
        await inn.close()
      },
    }
  },
})
export const wechat = wechatBy('wechat', openWechat)
