/** What each adapter is given at start: its own way to the engine. */
import type { Door, DoorRules } from '../adapter.ts'
import type { Rulebook } from '../rulebook.ts'
import type { Engine } from './engine.ts'
import { suggest } from './suggest.ts'

export function doorway(engine: Engine, platform: string): Door {
  return {
    emit: (event) => engine.emit(event),
    settle: (id, outcome) => engine.settle(id, outcome),
    tick: (at) => (engine.options.clock.kind === 'events' ? engine.tick(at) : Promise.resolve()),
    commands: engine.commands.cards,
    needs: () => engine.options.features.map(({ name, needs }) => ({ feature: name, actions: needs })),
    rules: () => engine.rulebooks().map((rulebook) => rulesOf(rulebook, platform, '')),
    rulesOf: (group) => {
      const rulebook = engine.rulebooks().find((one) => one.group(group) !== undefined)
      return rulebook && rulesOf(rulebook, platform, group)
    },
    groupsOf: (user) => groupsOf(engine, platform, user),
    suggest: (asked) => suggest(engine, asked),
    tell: ({ key, text, group }) => engine.notices.say({ platform, group }, key, text, engine.options.clock.now()),
  }
}

function rulesOf(rulebook: Rulebook, platform: string, ref: string): DoorRules {
  const { languages, timezone } = rulebook.group(ref) ?? rulebook.defaults
  const section = rulebook.section(platform, ref)
  return { community: rulebook.id, name: rulebook.name, section, languages, timezone }
}

/** Those they were removed from come last: who was removed may still write to us, and appeal. */
async function groupsOf(engine: Engine, platform: string, user: string): Promise<readonly string[]> {
  const rows = await engine.options.reader
    .selectFrom('memberships as s')
    .innerJoin('groups as g', 'g.id', 's.group_id')
    .select('g.ref')
    .where('s.user', '=', user)
    .where('g.platform', '=', platform)
    .where('g.gone', '=', 0)
    .orderBy('s.present', 'desc')
    .orderBy('s.joined_at', 'desc')
    .execute()
  return rows.map((row) => String(row.ref))
}
