/** Keeps order: judges messages and joins, keeps cases, carries out what moderators say, and can take it back. */
import { onChoice } from './choice.ts'
import { appeal } from './commands/appeal.ts'
import { listCases, showCase } from './commands/cases.ts'
import { lock, pauseInvites, slowmode, unlock } from './commands/channel.ts'
import { decideCase, dismissCase, undoCase } from './commands/decide.ts'
import { unban, unmute } from './commands/lift.ts'
import { nick } from './commands/nick.ts'
import { note } from './commands/note.ts'
import { purge } from './commands/purge.ts'
import { ban, kick, mute, warn } from './commands/sanction.ts'
import { check } from './config.ts'
import { onFiltered } from './filtered.ts'
import { moderation } from './kit.ts'
import { onEdit, onMessage } from './message.ts'
import { migrations } from './migrations.ts'
import { mirrorDaily, onGroup } from './mirror.ts'
import { casesPanel, queuePanel } from './panels.ts'
import { onDelete, onJoinByRules, onLeave, onReaction, onUpdate } from './rules/events.ts'
import { hearLater, takeBack, tidyRules, unsay } from './rules/jobs.ts'
import { rulePersonal } from './rules/migrations.ts'
import { onModeratedHeard, raidOverHeard, reportHeard } from './rules/overhear.ts'
import { suggestCases } from './suggest.ts'
import { moderationTexts } from './texts.ts'
import { tidy, unbanLater } from './tidy.ts'

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
      blank: ['user', 'name', 'evidence', 'messages', 'reason', 'appeal'],
    },
    { table: 'moderation_cases', column: 'by_id', forget: 'anonymise', blank: ['by_name'] },
    { table: 'moderation_reports', column: 'member_id', forget: 'delete' },
    { table: 'moderation_reports', column: 'reporter_id', forget: 'delete' },
    { table: 'moderation_notes', column: 'member_id', forget: 'delete' },
    { table: 'moderation_notes', column: 'by_id', forget: 'anonymise', blank: ['by_name'] },
    ...rulePersonal,
  ],
  on: {
    message: onMessage,
    edit: onEdit,
    'member.join': onJoinByRules,
    'member.update': onUpdate,
    'member.leave': onLeave,
    reaction: onReaction,
    delete: onDelete,
    choice: onChoice,
    group: onGroup,
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
  ],
  jobs: [unbanLater, raidOverHeard, mirrorDaily, tidy, hearLater, takeBack, unsay, tidyRules],
  suggests: { case: suggestCases },
  panels: { queue: queuePanel, cases: casesPanel },
  check,
})
