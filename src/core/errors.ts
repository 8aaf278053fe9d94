/** Every error that a person meets: one catalogue, each with its remedy. `docs/errors.md` is printed from it. */

interface Entry {
  readonly about: string
  readonly remedy: string
}
export const catalogue = {
  'store/broken': {
    about: 'The database file is damaged, or is no database.',
    remedy: 'Stop Innkeeper and run `innkeeper restore` with your last backup; the damaged file is kept beside it.',
  },
  'store/newer': {
    about: 'The database was written by a newer Innkeeper.',
    remedy: 'Install that version or a later one, or restore a backup made by this version.',
  },
  'store/taken': {
    about: 'Another Innkeeper is running on this database.',
    remedy: 'Stop the other one first, or give this one a database of its own with --db.',
  },
  'store/unwritable': {
    about: 'The database cannot be made or written in that folder.',
    remedy: 'Give another place with --db, or let this account write there.',
  },
  'store/unreachable': {
    about: 'The database server does not answer.',
    remedy: 'Check DATABASE_URL and that the server is running and lets this machine in.',
  },
  'backup/not-a-backup': {
    about: 'The file is no backup of Innkeeper, or it is damaged.',
    remedy: 'Give a file that `innkeeper backup` wrote.',
  },
  'backup/exists': {
    about: 'There is a file or database already where this one should be written.',
    remedy: 'Give another name, or move the old one away first.',
  },
  'rulebook/broken': {
    about: 'The rulebook has mistakes and cannot be put into force.',
    remedy: 'Run `innkeeper check` and mend each place it names.',
  },
  'rulebook/missing': {
    about: 'There is no rulebook in that folder.',
    remedy: 'Give a folder with a community.yaml, or copy rules/demo and begin from there.',
  },
  'cli/usage': { about: 'The command line is not understood.', remedy: 'See `innkeeper help`.' },
  'cli/no-such-file': { about: 'There is no such file or folder.', remedy: 'Check the path.' },
  'eval/not-a-set': {
    about: 'The file is not a set of labelled examples.',
    remedy: 'See docs/evaluation.md for the format.',
  },
  'moderation/no-model': {
    about: 'The spam detector’s model is missing or damaged.',
    remedy: 'Fetch data/models/spam/model.bin again, or run `npm run train:spam`.',
  },
  'moderation/no-lessons': {
    about: 'The file does not hold what a spam detector was taught.',
    remedy: 'Give a file that `innkeeper lessons export` wrote.',
  },
  'member/unknown': {
    about: 'No member by that name or id.',
    remedy: 'Give the name as shown in the group, or the id from `innkeeper export --list`.',
  },
  'adapter/unknown': {
    about: 'There is no adapter by that name.',
    remedy: 'Choose from those that `innkeeper help start` lists.',
  },
  'wechat/no-puppet': {
    about: 'WeChat is asked for, but WECHATY_PUPPET does not say by which puppet.',
    remedy: 'Set WECHATY_PUPPET=wechaty-puppet-service, or another that docs/wechat.md names.',
  },
  'wechat/no-token': {
    about: 'The puppet service needs a token.',
    remedy: 'Set WECHATY_PUPPET_SERVICE_TOKEN, and WECHATY_PUPPET_SERVICE_ENDPOINT for a gateway of your own.',
  },
  'wechat/puppet-missing': {
    about: 'The puppet is not installed.',
    remedy: 'Install it with `npm install` under the name that WECHATY_PUPPET gives; see docs/wechat.md.',
  },
  'wechat/bare-token': {
    about: 'The token does not begin with the name of a server, as in insecure_…, and wechaty cannot connect without.',
    remedy:
      'With a gateway of your own, begin the token with insecure_ on both sides; else set WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME to the name on its certificate.',
  },
  'web/port-taken': {
    about: 'Another program is serving on that port.',
    remedy: 'Stop it, or choose another with --port (0 takes a free one).',
  },
  'discord/no-token': {
    about: 'The environment has no DISCORD_TOKEN.',
    remedy:
      'In the Discord Developer Portal open your application, then Bot → Reset Token; set DISCORD_TOKEN to it and start again.',
  },
  'discord/token-refused': {
    about: 'Discord does not accept the token.',
    remedy: 'In the Developer Portal: Bot → Reset Token. Set DISCORD_TOKEN to the new one and start again.',
  },
  'engine/stopping': {
    about: 'Innkeeper is stopping.',
    remedy: 'Send it again when it runs: nothing of it was kept.',
  },
  'bans/no-key': {
    about: 'There is no usable key.',
    remedy: 'Make a pair with `innkeeper bans key`; the private one belongs in INNKEEPER_BANS_KEY and nowhere else.',
  },
  'bans/not-signed': {
    about: 'The list is not what its owner gave out.',
    remedy: 'Ask who gives it out for the list and its public key again. Nothing was changed here.',
  },
  'bans/unreachable': {
    about: 'The list could not be fetched.',
    remedy: 'Try the address in a browser. The list that is here stays in force.',
  },
  'stdio/not-json': { about: 'The line is not JSON.', remedy: 'Send one JSON object a line; see docs/stdio.md.' },
  'stdio/invalid': {
    about: 'The line is JSON, but not an event Innkeeper knows.',
    remedy: 'Compare it with the schema that `innkeeper schema stdio` prints.',
  },
  'stdio/too-long': { about: 'The line is longer than 1 MiB.', remedy: 'Send smaller events.' },
  'command/unknown': { about: 'There is no such command.', remedy: 'Type / or /help for those there are.' },
  'command/not-allowed': { about: 'This command is for moderators or owners.', remedy: 'Ask a moderator.' },
  'command/invalid': { about: 'A field of the command has a wrong value.', remedy: 'Mend the field that is named.' },
  'command/no-such-member': {
    about: 'The member named in a command is not in this group.',
    remedy: 'Check the spelling; names are offered as you type.',
  },
  'command/failed': {
    about: 'The command met an unexpected error; nothing was changed.',
    remedy: 'Try again; if it stays, tell the owner: the log has the details.',
  },
  'group/unlisted': {
    about: 'The rulebook does not list this group.',
    remedy: 'Add it under `groups` in community.yaml, or set `anyGroup: true`.',
  },
} as const satisfies Record<string, Entry>
export type ErrorCode = keyof typeof catalogue

/** An error with its place and remedy; what went wrong in detail is for the log and the curious. */
export class InnkeeperError extends Error {
  readonly code: ErrorCode
  readonly place: string | undefined
  readonly remedy: string
  constructor(
    code: ErrorCode,
    about: { readonly place?: string; readonly detail?: string; readonly cause?: unknown } = {},
  ) {
    const entry = catalogue[code]
    const what = about.place ? `${about.place}: ${entry.about}` : entry.about
    super([what, about.detail].filter(Boolean).join(' '), { cause: about.cause })
    this.name = 'InnkeeperError'
    this.code = code
    this.place = about.place
    this.remedy = entry.remedy
  }
}
