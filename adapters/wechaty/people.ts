/** Who is who: our own ids for people, whatever WeChat's ids are at this login. */
import { createHash } from 'node:crypto'
import type { payloads } from 'wechaty-puppet'
import type { PersonConfig } from './config.ts'
import type { PersonRow, WechatDb } from './tables.ts'

/** The same contact gets the same id of ours in every database, and nobody can read WeChat's from it. */
export const mint = (contact: string): string =>
  `wechat:p${createHash('sha256').update(`innkeeper ${contact}`).digest('hex').slice(0, 14)}`

export class People {
  readonly #db: WechatDb
  readonly #byContact = new Map<string, PersonRow>()
  readonly #byUser = new Map<string, PersonRow>()
  /** Is told when somebody goes by another id of ours from now on: the rulebook has begun to name them. */
  renamed: (from: string, to: string) => Promise<void> = async () => undefined
  #named: readonly (readonly [string, PersonConfig])[] = []

  constructor(db: WechatDb) {
    this.#db = db
  }
  async load(): Promise<void> {
    this.#byContact.clear()
    this.#byUser.clear()
    for (const row of await this.#db.selectFrom('wechat_people').selectAll().execute()) this.#remember(row)
  }
  /** People whom the rulebook knows by more than a nickname, by key. */
  names(people: Readonly<Record<string, PersonConfig>>): void {
    this.#named = Object.entries(people)
  }
  get anyNamed(): boolean {
    return this.#named.length > 0
  }
  isNamed(contact: string, seen: Pick<payloads.Contact, 'alias' | 'handle' | 'weixin'>): boolean {
    return this.#named.some(([, person]) => fits(person, contact, seen))
  }
  /** Whether an id of ours is one that the rulebook gives. */
  namesUser(user: string): boolean {
    return this.#named.some(([name]) => user === `wechat:${name}`)
  }
  userOf(contact: string): string | undefined {
    return this.#byContact.get(contact)?.user
  }
  contactOf(user: string): string | undefined {
    return this.#byUser.get(user)?.contact || undefined
  }
  find(user: string): PersonRow | undefined {
    return this.#byUser.get(user)
  }

  /** Whoever is not known yet gets an id of their own. What they are called now is kept. */
  async meet(contact: string, seen: Pick<payloads.Contact, 'name' | 'alias' | 'handle' | 'weixin'>): Promise<string> {
    const known = this.#byContact.get(contact)
    const remark = seen.alias ?? ''
    const user = this.#named.find(([, person]) => fits(person, contact, seen))?.[0]
    const row: PersonRow = {
      user: user ? `wechat:${user}` : (known?.user ?? mint(contact)),
      contact,
      name: seen.name || (known?.name ?? ''),
      remark,
    }
    if (known && known.user === row.user && known.name === row.name && known.remark === remark) return row.user
    if (known && known.user !== row.user) await this.#drop(known)
    await this.#put(row)
    if (known && known.user !== row.user) await this.renamed(known.user, row.user)
    return row.user
  }
  /** Under new ids: whom we knew is now this contact. What the contact was meanwhile is forgotten. */
  async become(user: string, contact: string): Promise<void> {
    const known = this.#byUser.get(user)
    const meanwhile = this.#byContact.get(contact)
    if (meanwhile && meanwhile.user !== user) await this.#drop(meanwhile)
    await this.#put({ name: meanwhile?.name ?? '', remark: meanwhile?.remark ?? '', ...known, user, contact })
  }

  async forget(user: string): Promise<void> {
    const row = this.#byUser.get(user)
    if (row) await this.#drop(row)
  }

  async #put(row: PersonRow): Promise<void> {
    const before = this.#byUser.get(row.user)
    if (before && before.contact !== row.contact) this.#byContact.delete(before.contact)
    this.#remember(row)
    await this.#db
      .insertInto('wechat_people')
      .values(row)
      .onConflict((conflict) => conflict.column('user').doUpdateSet(row))
      .execute()
  }
  async #drop(row: PersonRow): Promise<void> {
    this.#byContact.delete(row.contact)
    this.#byUser.delete(row.user)
    await this.#db.deleteFrom('wechat_people').where('user', '=', row.user).execute()
  }
  #remember(row: PersonRow): void {
    if (row.contact) this.#byContact.set(row.contact, row)
    this.#byUser.set(row.user, row)
  }
}

/** Never by nickname: anybody could take that of one of the staff. */
function fits(
  person: PersonConfig,
  contact: string,
  { alias, handle, weixin }: Pick<payloads.Contact, 'alias' | 'handle' | 'weixin'>,
): boolean {
  if (person.id !== undefined) return person.id === contact
  if (person.handle !== undefined) return person.handle === (handle || weixin)
  return person.remark !== undefined && person.remark === alias
}
