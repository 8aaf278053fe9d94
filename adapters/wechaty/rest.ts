/** The hours after 操作过于频繁, in which nothing is sent. They are kept: a restart does not end them. */
import { type Ground, tell } from './ground.ts'

const hourMs = 3_600_000
/** The one row of `wechat_rests`. */
const everything = 'everything'

export class Rest {
  readonly #ground: Ground
  #until = 0
  #told: (() => void) | undefined
  constructor(ground: Ground) {
    this.#ground = ground
  }
  /** Takes up what an earlier run began. */
  async load(): Promise<void> {
    const row = await this.#ground.db.selectFrom('wechat_rests').select('until').executeTakeFirst()
    this.#until = Number(row?.until ?? 0)
    if (this.leftMs > 0) this.#tell()
  }
  /** Milliseconds; 0 where WeChat does not mind us. */
  get leftMs(): number {
    return Math.max(0, this.#until - this.#ground.now())
  }
  async begin(ms: number): Promise<void> {
    this.#until = this.#ground.now() + ms
    this.#tell()
    const row = { what: everything, until: this.#until }
    const kept = this.#ground.db
      .insertInto('wechat_rests')
      .values(row)
      .onConflict((conflict) => conflict.column('what').doUpdateSet(row))
    try {
      await kept.execute()
    } catch (error) {
      this.#ground.log.warn({ error: String(error) }, 'a restart would forget that WeChat wants to be left alone')
    }
  }
  /** Something went out: the owner need not know any more. */
  over(): void {
    this.#told?.()
    this.#told = undefined
  }
  #tell(): void {
    this.#told = tell(this.#ground, 'busy', 'tell.busy', { hours: Math.round((10 * this.leftMs) / hourMs) / 10 })
  }
}
