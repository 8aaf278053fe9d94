/** What the innkeeper says about cases, appeals, undoing and shared lists. */
export const caseEn = {
  'check.shared': 'shared list',
  'rule.shared': 'on a ban list shared between communities ({reason})',
  'deed.told': 'notice',
  'deed.uphold': 'upheld',
  'deed.reopen': 'reopened',
  'deed.purge': 'messages purged',

  // Where the platform has no means, the member is asked
  'deed.asked.delete': 'asked to take the message back',
  'deed.asked.mute': 'asked to be quiet',
  'told.delete.asked': 'Your message in “{group}” is not welcome there: {rule}. Please take it back if you still can.',
  'told.mute.asked': 'The moderators of “{group}” ask you to be quiet for {for}: {rule}.',
  'staff.asked':
    'This platform can neither mute nor delete what others wrote, so I could only ask them. If they go on, you can remove them.',

  // What is taken back, and what cannot be
  'back.warn': 'the warning',
  'back.mute': 'the mute',
  'back.ban': 'the ban',
  'back.counters': 'counters',
  'back.role': 'role',
  'back.nick': 'name',
  'lost.delete': 'the deleted message',
  'lost.kick': 'the removal (they may join again)',
  'lost.counters': 'counters of long ago',
  'told.undone.mute': 'You can write again.',
  'told.undone.out': 'You are welcome to join again.',
  'told.elsewhere': 'If you cannot reach us here: {where}',
  'audit.banned': 'Came back while banned',
  'choice.keep': 'It was right',
  'answer.kept': 'Case #{case}: {who} looked at it: what was done to {name} was right.',

  // What the platform made of it
  'became.times': '{deed} ×{times}',
  'became.why': ' ({detail})',
  'became.done': '{what}: done',
  'became.aloud': '{what}: said in the group{detail}',
  'became.staff': '{what}: the platform would not; moderators were asked to do it{detail}',
  'became.waiting': '{what}: on its way',
  'became.watched': '{what}: only watching, not done',
  'became.held': '{what}: held back{detail}',
  'became.failed': '{what}: did not work{detail}',
  'reached.done': 'reached in private',
  'reached.aloud': 'not reached in private, told briefly in the group{detail}',
  'reached.staff': 'not reached, moderators were asked to pass it on{detail}',
  'reached.waiting': 'on its way',
  'reached.watched': 'only watching, not told',
  'reached.held': 'not told, held back{detail}',
  'reached.failed': 'could not be told{detail}',
  'case.became': 'Outcome: {became}',
  'case.reached': 'The member: {told}',
  'case.asked': 'Asked: {names}',
  'case.address': 'File: {url}',
  'case.attached': 'Came along: {what}',
  'case.reporters': 'Reported by: {names}',
  'case.age': 'waiting for {age}',
  'attached.image': 'image',
  'attached.file': 'file',
  'attached.audio': 'voice message',
  'attached.video': 'video',
  'attached.sticker': 'sticker',
  'attached.link': 'link',
  'attached.mini-program': 'mini program',
  'attached.card': 'contact card',
  'attached.location': 'location',
  'attached.forward': 'forwarded messages',
  'attached.poll': 'poll',
  'attached.count': 'attachments: {count}',

  // Short words to the member, in the group
  'told.aloud': 'Case #{case}: {done}. To appeal, send “/appeal {case} your reason”.',
  'told.undone.aloud': 'Case #{case} has been undone. Sorry.',
  'told.upheld.aloud': 'Case #{case} was looked at again; the decision stands.',

  // The talk about an appeal
  'answer.appealed.any':
    'Your appeal on case #{case} is with the moderators; you will hear from us. To add something, just write to me, or send “/appeal {case} …” again.',
  'answer.appealed.second':
    'Your appeal on case #{case} goes to another moderator than the one who acted; you will hear from us. To add something, just write to me, or send “/appeal {case} …” again.',
  'answer.appealed.same':
    'Your appeal on case #{case} has arrived. There is only one moderator here, so the same person will look again; you will hear from us. To add something, send “/appeal {case} …” again.',
  'staff.appealed.second': '{who} acted in this case, so another moderator has to judge.',
  'staff.appealed.same': 'There is no second moderator, so please look again yourself.',
  'staff.appealed.talk': 'To ask them something first, reply to this message, or send “/answer {case} …”.',
  'staff.aloud': 'Case #{case} waits for a moderator; “/case {case}” shows it.',
  'staff.enough':
    '“{group}”: that was {count} questions within the hour, so I stop asking for now. What comes is dealt with all the same, and what you have to decide waits in the queue: /cases shows it.',
  'staff.reopened': 'This case has been reopened. Please decide again.',
  'staff.untold': 'Case #{case}: {name} could not be told what was done ({detail}). Please pass it on if you can.',
  'thread.to-staff': 'Case #{case} · {name} says:\n> {text}\nReply to this message, or send “/answer {case} …”.',
  'thread.to-member':
    'About your case #{case} in “{group}”, a moderator says:\n> {text}\nReply to me, or send “/appeal {case} …”.',
  'thread.to-member.aloud':
    'There is an answer from the moderators in case #{case}. Please open private messages to read it.',
  'thread.member': '{name} (the member): {text}',
  'thread.staff': '{name} (moderator): {text}',
  'answer.thread.passed': 'Passed on to the moderators (case #{case}).',
  'answer.thread.full':
    'That is enough on case #{case}; the moderators see every line above. Please wait for the outcome.',
  'answer.answered': 'Passed on to {name} (case #{case}).',
  'error.report.gone': 'You are not in the group, so you cannot report anybody there.',
  'error.second':
    'You acted in case #{case} yourself, so another moderator has to judge the appeal. If you think you were wrong: /undo {case}.',

  // Reopening, and undoing many
  'answer.reopened': 'Case #{case} is open again and waits for a decision.',
  'error.reopen': 'Case #{case} is not closed, so there is nothing to reopen.',
  'many.head': 'To be undone: {count} cases of {members} members:',
  'many.line': '#{case} {name}: {rule}, {done}, {age} ago',
  'many.more': '… and {count} more',
  'many.lost': 'In {count} of them messages were deleted or people removed: that cannot be taken back.',
  'choice.many.yes': 'Undo these {count}',
  'choice.many.no': 'Leave them',
  'answer.many.none': 'There are no such cases to undo.',
  'answer.many.begun': 'Undoing {count} cases; the members are told. “/cases undone” shows them.',
  'answer.many.dropped': 'All right, nothing was changed.',
  'answer.many.late': 'This preview is more than an hour old. Please give the command again.',
  'answer.many.confirm': 'To go ahead, give the command again with confirm=true.',
  'error.many.rule': 'Of which rule? For example “/undo-many rule links 3h”.',
  'error.many.moderator': 'Of which moderator? For example “/undo-many moderator @Ann 2h”.',

  // Rules that err
  'rule.on-leave':
    'Of the last {verdicts} times the rule “{name}” acted by itself, {wrong} were undone ({share}%, the budget is {budget}%). From now on it only asks. The owner can restore it with “/restore-rule {rule}”.',
  'answer.restored': 'The rule {rule} acts by itself again; its errors are counted anew.',
  'error.restore': 'The rule “{rule}” was not set back.',
  'kind.rule': 'rule',
  'kind.check': 'check',
  'rule.acts': 'acts by itself',
  'rule.asks': 'set back to asking',
  'choice.reopen': 'Reopen',
  'choice.restore': 'Restore',

  // Moderators and measure
  'guard.removals': 'removals and bans',
  'guard.mutes': 'mutes',
  'guard.deletions': 'deleted messages',
  'guard.alarm':
    '{who}, a moderator of “{group}”: {what} within an hour: {count}, beyond the limit of {most}. Their rights in Innkeeper are paused. The account may be stolen: please check on the platform first. If all is well, send “/trust {who}”; to clear up, “/undo-many moderator {who} 1h”.',
  'guard.paused':
    'Not done: you went beyond what one moderator does in an hour. Your rights are paused and the owner has been told; they can restore them.',
  'guard.on': 'paused',
  'guard.off': 'fine',
  'error.paused': 'Your rights as a moderator are paused until the owner restores them.',
  'error.trust': 'The rights of this member are not paused.',
  'answer.trusted': '{name} has their rights back.',

  // Shared lists
  'shared.failed':
    'The ban list “{list}” cannot be refreshed from {url}: {detail}. {kept} Innkeeper keeps trying; you are told only once.',
  'shared.failed.bans/unreachable': 'nothing could be fetched from there',
  'shared.failed.bans/not-signed': 'not every line is signed with the key you follow, so none of it was taken',
  'shared.failed.bans/no-key': 'the key is not a valid public key',
  'shared.failed.kept': 'The list as it was on {date} stays in force.',
  'shared.failed.none': 'It has never been fetched, so nobody is banned by it.',
  'shared.flag': '{name} in “{group}” is on the list {list}: {reason}. Nothing was done; this is only to let you know.',

  // The daily digest
  'digest.head': 'Waiting for a decision in “{group}”: {count}, of which appeals: {appeals}. Oldest first:',
  'digest.line': '#{case} {name}: {rule}, waiting for {age}',
  'digest.appeal': '#{case} {name} appeals, waiting for {age}',

  // Commands
  'answer.about': 'Answer a member who appealed, through Innkeeper',
  'answer.case': 'Number of the case',
  'answer.text': 'What to say',
  'uphold.about': 'Turn an appeal down: what was done stands',
  'uphold.case': 'Number of the case',
  'reopen.about': 'Open a closed case again',
  'reopen.case': 'Number of the case',
  'undo-many.about': 'Take many cases back at once, shown first',
  'undo-many.what': 'Which kind',
  'undo-many.what.raid': 'Of the last raid',
  'undo-many.what.rule': 'Of a rule',
  'undo-many.what.moderator': 'Of a moderator',
  'undo-many.which': 'The rule, or the moderator',
  'undo-many.for': 'Of how long, such as 3h; a day if left out',
  'undo-many.confirm': 'Do it without asking again',
  'restore-rule.about': 'Let a rule that was set back act by itself again',
  'restore-rule.rule': 'The rule, as the table of errors has it',
  'trust.about': 'Give a moderator their paused rights back',
  'trust.member': 'Moderator',

  'panel.errors': 'Errors of rules',
  'panel.guard': 'Moderators',
}
