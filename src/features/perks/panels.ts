/** Perks in the office: the books, what is to be handed over, and the draws. */
import { sql } from 'kysely'
import type { Panel, PanelCtx, PanelRow } from '../../core/feature.ts'
import { type Localised, pick } from '../../core/words.ts'
import type { PerksConfig } from './config.ts'
import { mint } from './ledger.ts'

type Ctx = PanelCtx<PerksConfig>
const mostRows = 200

const words = {
  sum: { zh: '合计（应为 0）', en: 'Sum (must be 0)' },
  mint: { zh: '已发行', en: 'Given out' },
  members: { zh: '成员持有', en: 'Held by members' },
  perks: { zh: '已花在「{perk}」', en: 'Spent on “{perk}”' },
  open: { zh: '待发放', en: 'To hand over' },
  done: { zh: '已发放', en: 'Handed over' },
  refunded: { zh: '已退回', en: 'Taken back' },
  running: { zh: '进行中', en: 'Open' },
  over: { zh: '已开奖', en: 'Drawn' },
} satisfies Record<string, Localised>

/** One row per kind of account: the books balance where the last row says 0. */
export async function ledgerPanel({ db, community, config, locale }: Ctx): Promise<Panel> {
  const rows = await db
    .selectFrom('perks_balances')
    .select(sql<string>`case when account like 'm:%' then 'members' else account end`.as('who'))
    .select([sql<number>`sum(balance)`.as('points'), sql<number>`count(*)`.as('accounts')])
    .where('community', '=', community.id)
    .groupBy('who')
    .orderBy('who')
    .execute()
  const cells = rows.map(({ who, points, accounts }) => ({
    who: String(who),
    points: Number(points),
    accounts: Number(accounts),
  }))
  const named = cells.map(({ who, ...numbers }) => ({
    id: who,
    cells: { what: nameOf(who, config, locale), ...numbers },
  }))
  const sum = cells.reduce((total, { points }) => total + points, 0)
  return {
    columns: [
      { key: 'what', label: { zh: '科目', en: 'Account' } },
      { key: 'points', label: { zh: '积分', en: 'Points' }, kind: 'number' },
      { key: 'accounts', label: { zh: '账户数', en: 'Accounts' }, kind: 'number' },
    ],
    rows: [...named, { id: 'sum', cells: { what: pick(words.sum, locale), points: sum, accounts: null } }],
  }
}
function nameOf(account: string, { catalogue }: PerksConfig, locale: Ctx['locale']): string {
  if (account === mint) return pick(words.mint, locale)
  if (account === 'members') return pick(words.members, locale)
  const id = account.slice('perk:'.length)
  const perk = catalogue.find((one) => one.id === id)
  return pick(words.perks, locale).replace('{perk}', perk ? pick(perk.name, locale) : id)
}

/** What waits first, the oldest on top; then what was settled last. */
export async function redemptionsPanel({ db, community, config, locale }: Ctx): Promise<Panel> {
  const rows = await db
    .selectFrom('perks_redemptions as redemption')
    .leftJoin('members', 'members.id', 'redemption.member_id')
    .selectAll('redemption')
    .select('members.name as name')
    .where('redemption.community', '=', community.id)
    .orderBy(sql`case when redemption.state = 'open' then 0 else 1 end`)
    .orderBy(sql`case when redemption.state = 'open' then redemption.at else -redemption.done_at end`)
    .limit(mostRows)
    .execute()
  return {
    columns: [
      { key: 'at', label: { zh: '时间', en: 'When' }, kind: 'time' },
      { key: 'name', label: { zh: '成员', en: 'Member' } },
      { key: 'perk', label: { zh: '福利', en: 'Perk' } },
      { key: 'cost', label: { zh: '积分', en: 'Points' }, kind: 'number' },
      { key: 'price', label: { zh: `成本${config.budget.unit}`, en: `Cost ${config.budget.unit}` }, kind: 'number' },
      { key: 'code', label: { zh: '兑换码', en: 'Code' } },
      { key: 'state', label: { zh: '状态', en: 'State' } },
    ],
    rows: rows.map((row) => redemptionRow(row, config, locale)),
  }
}
function redemptionRow(row: Record<string, unknown>, config: PerksConfig, locale: Ctx['locale']): PanelRow {
  const perk = config.catalogue.find(({ id }) => id === row.perk)
  const code = String(row.code)
  const state = row.state as 'open' | 'done' | 'refunded'
  const act = (outcome: string) => ({ command: 'fulfil', input: { code, outcome } })
  return {
    id: code,
    group: String(row.group_id),
    cells: {
      at: Number(row.at),
      name: String(row.name ?? '—'),
      perk: perk ? pick(perk.name, locale) : String(row.perk),
      cost: Number(row.cost),
      price: Number(row.price),
      code,
      state: pick(words[state], locale),
    },
    acts: [
      ...(state === 'open'
        ? [{ label: { zh: '已发放', en: 'Handed over' }, tone: 'primary' as const, ...act('done') }]
        : []),
      ...(state === 'refunded'
        ? []
        : [{ label: { zh: '退回', en: 'Give back' }, tone: 'danger' as const, ...act('refund') }]),
    ],
  }
}

export async function giveawaysPanel({ db, groups, locale }: Ctx): Promise<Panel> {
  const rows = await db
    .selectFrom('perks_giveaways')
    .selectAll()
    .where('group_id', 'in', groups.length > 0 ? groups.map(({ id }) => id) : [''])
    .orderBy('begun_at', 'desc')
    .limit(mostRows)
    .execute()
  const won = await winnersOf(
    db,
    rows.map(({ id }) => String(id)),
  )
  return {
    columns: [
      { key: 'prize', label: { zh: '奖品', en: 'Prize' } },
      { key: 'group', label: { zh: '群', en: 'Group' } },
      { key: 'state', label: { zh: '状态', en: 'State' } },
      { key: 'entries', label: { zh: '参加人数', en: 'Entered' }, kind: 'number' },
      { key: 'ends', label: { zh: '开奖', en: 'Draw' }, kind: 'time' },
      { key: 'won', label: { zh: '中奖', en: 'Won' } },
      { key: 'commitment', label: { zh: '承诺', en: 'Commitment' } },
      { key: 'seed', label: { zh: '种子', en: 'Seed' } },
    ],
    rows: rows.map((row): PanelRow => {
      const [id, open] = [String(row.id), row.state === 'open']
      const draw = {
        label: { zh: '立即开奖', en: 'Draw now' },
        command: 'giveaway',
        input: { action: 'end', what: id },
      }
      return {
        id,
        group: String(row.group_id),
        cells: {
          prize: String(row.prize),
          group: groups.find((group) => group.id === row.group_id)?.name ?? '',
          state: pick(words[open ? 'running' : 'over'], locale),
          entries: Number(row.entries),
          ends: Number(row.ends_at),
          won: (won.get(id) ?? []).join(', '),
          commitment: String(row.commitment),
          seed: String(row.seed),
        },
        acts: open ? [draw] : [],
      }
    }),
  }
}
async function winnersOf(db: Ctx['db'], ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db
    .selectFrom('perks_entries as entry')
    .leftJoin('members', 'members.id', 'entry.member_id')
    .select(['entry.giveaway as giveaway', 'entry.ticket as ticket', 'members.name as name'])
    .where('entry.giveaway', 'in', ids.length > 0 ? [...ids] : [''])
    .where('entry.place', '>', 0)
    .orderBy('entry.place')
    .execute()
  const grouped = Map.groupBy(rows, ({ giveaway }) => String(giveaway))
  return new Map([...grouped].map(([id, some]) => [id, some.map(({ name, ticket }) => `${name ?? '—'} #${ticket}`)]))
}
