/** Keeps order: judges messages and joins, keeps cases, carries out what moderators say, and can take it back. */

import { both } from './both.ts'
import { undoOne } from './bulk.ts'
import { casePersonal } from './case-store.ts'
import { onChoice } from './choice.ts'
import { answer, appeal } from './commands/appeal.ts'
import { listCases, showCase } from './commands/cases.ts'
import { lock, pauseInvites, slowmode, unlock } from './commands/channel.ts'
import { decideCase, dismissCase, reopenCase, undoCase, upholdCase } from './commands/decide.ts'
import { unban, unmute } from './commands/lift.ts'
import { nick } from './commands/nick.ts'
import { note } from './commands/note.ts'
import { purge } from './commands/purge.ts'
import { restoreRule, trustAgain } from './commands/restore.ts'
import { ban, kick, mute, warn } from './commands/sanction.ts'
import { undoMany } from './commands/undo-many.ts'
import { check } from './config.ts'
import { onFiltered } from './filtered.ts'
import { gate } from './guard.ts'
import { onSpoken } from './hearing.ts'
import { moderation } from './kit.ts'
import { onEdit } from './message.ts'
import { migrations } from './migrations.ts'
import { mirrorDaily, onGroup } from './mirror.ts'
import { casesPanel, queuePanel } from './panels.ts'
import { errorsPanel, guardPanel } from './panels-trust.ts'
import { raidActs, tidyArrivals } from './raid/acts.ts'
import { raidCommand } from './raid/command.ts'
import { raidPersonal } from './raid/store.ts'
import { onDelete, onJoinByRules, onLeave, onReaction, onUpdate } from './rules/events.ts'
import { hearLater, takeBack, tidyRules, unsay } from './rules/jobs.ts'
import { rulePersonal } from './rules/migrations.ts'
import { onModeratedHeard, raidOverHeard, reportHeard } from './rules/overhear.ts'
import { lookLater, sharedLeft, sharedLook, sharedOne, sharedOnJoin } from './shared/jobs.ts'
import { suggestCases } from './suggest.ts'
import { moderationTexts } from './texts.ts'
import { tidy, unbanLater } from './tidy.ts'
import { digest, toldCheck } from './upkeep.ts'

const raidJobs = [raidOverHeard, raidActs, tidyArrivals]
const caseJobs = [undoOne, toldCheck, digest, sharedLook, sharedOne, sharedLeft]

export default moderation.feature({
  texts: moderationTexts,
  screens: true,
  needs: [
    'whisper',
    'ask',
    'edit',
    'delete',
    'mute',
    'unmute',
    'kick',
    'ban',
    'unban',
    'purge',
    'slow',
    'lock',
    'nick',
    'invites',
    'filters',
    'send',
    'role',
    'pin',
  ],
  migrations,
  personal: [
    { table: 'moderation_members', column: 'member_id', forget: 'delete' },
    { table: 'moderation_standing', column: 'member_id', forget: 'delete' },
    {
      table: 'moderation_cases',
      column: 'member_id',
      forget: 'anonymise',
      blank: ['user', 'name', 'evidence', 'messages', 'reason', 'appeal', 'attachments'],
    },
    { table: 'moderation_cases', column: 'by_id', forget: 'anonymise', blank: ['by_name'] },
    { table: 'moderation_reports', column: 'member_id', forget: 'delete' },
    { table: 'moderation_reports', column: 'reporter_id', forget: 'delete' },
    { table: 'moderation_notes', column: 'member_id', forget: 'delete' },
    { table: 'moderation_notes', column: 'by_id', forget: 'anonymise', blank: ['by_name'] },
    ...rulePersonal,
    ...casePersonal,
    ...raidPersonal,
  ],
  on: {
    message: onSpoken,
    edit: onEdit,
    'member.join': async (ctx) => both(await onJoinByRules(ctx), await sharedOnJoin(ctx)),
    'member.update': onUpdate,
    'member.leave': onLeave,
    reaction: onReaction,
    delete: onDelete,
    choice: onChoice,
    group: async (ctx) => both(await onGroup(ctx), { later: [lookLater(ctx.now)] }),
    filtered: onFiltered,
    moderated: onModeratedHeard,
  },
  commands: [
    warn,
    mute,
    unmute,
    kick,
    ban,
    unban,
    purge,
    slowmode,
    lock,
    unlock,
    nick,
    pauseInvites,
    showCase,
    listCases,
    note,
    decideCase,
    dismissCase,
    undoCase,
    reportHeard,
    appeal,
    answer,
    upholdCase,
    reopenCase,
    undoMany,
    restoreRule,
    trustAgain,
    raidCommand,
  ],
  jobs: [unbanLater, mirrorDaily, tidy, hearLater, takeBack, unsay, tidyRules, ...raidJobs, ...caseJobs],
  gate,
  hearsPrivate: true,
  suggests: { case: suggestCases },
  panels: { queue: queuePanel, cases: casesPanel, errors: errorsPanel, guard: guardPanel },
  check,
})
