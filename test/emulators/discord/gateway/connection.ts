/** One gateway connection: hello, identify or resume, heartbeats, requests for members. */
import { GatewayOpcodes as Op } from 'discord-api-types/v10'
import type { WebSocket } from 'ws'
import { applicationFlags, gatewayOf } from '../state/application.ts'
import { guildCreate } from '../state/shapes.ts'
import { shardOf } from '../state/snowflake.ts'
import type { World } from '../state/world.ts'
import { type ChunkRequest, memberChunks } from './chunks.ts'
import type { Hub } from './hub.ts'
import { disallowed } from './intents.ts'
import { Session } from './session.ts'

/** What a test may ask of the gateway. */
export interface GatewayMood {
  heartbeatMs: number
  /** Heartbeats are left without an answer: the client must take the connection for dead. */
  deaf: boolean
  /** How many more resumes are refused with "invalid session". */
  refuseResumes: number
  identifies: number
  resumes: number
  /** Close codes that clients were given or gave. */
  readonly closes: number[]
}

interface Frame {
  op: number
  d?: unknown
}

interface Identify {
  token?: string
  intents?: number
  shard?: [number, number]
}

interface Resume {
  token: string
  session_id: string
  seq: number
}

export class Connection {
  readonly #world: World
  readonly #hub: Hub
  readonly #mood: GatewayMood
  readonly #socket: WebSocket
  #session: Session | undefined

  constructor(world: World, hub: Hub, mood: GatewayMood, socket: WebSocket) {
    this.#world = world
    this.#hub = hub
    this.#mood = mood
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.#hear(data.toString('utf8')))
    socket.on('close', (code: number) => this.#closed(code))
    this.#send(Op.Hello, { heartbeat_interval: mood.heartbeatMs, _trace: [] })
  }

  #send(op: number, d: unknown): void {
    if (this.#socket.readyState === 1) this.#socket.send(JSON.stringify({ op, d, s: null, t: null }))
  }

  #closed(code: number): void {
    this.#mood.closes.push(code)
    const session = this.#session
    if (session?.socket === this.#socket) session.socket = undefined
    // 1000 and 1001 end the session; anything else leaves it to be resumed.
    if (session && (code === 1000 || code === 1001)) this.#hub.sessions.delete(session.id)
  }

  #hear(text: string): void {
    const frame = parsed(text)
    if (!frame) this.#refuse(4002, 'Error while decoding payload.')
    else if (frame.op === Op.Heartbeat) this.#heartbeat()
    else if (frame.op === Op.Identify) this.#identify(frame.d as Identify)
    else if (frame.op === Op.Resume) this.#resume(frame.d as Resume)
    else if (!this.#session) this.#refuse(4003, 'Not authenticated.')
    else if (frame.op === Op.RequestGuildMembers) this.#chunks(this.#session, frame.d as ChunkRequest)
    else if (frame.op !== Op.PresenceUpdate && frame.op !== Op.VoiceStateUpdate) this.#refuse(4001, 'Unknown opcode.')
  }

  #heartbeat(): void {
    if (!this.#mood.deaf) this.#send(Op.HeartbeatAck, null)
  }

  #refuse(code: number, words: string): void {
    this.#socket.close(code, words)
  }

  #identify({ token, intents = 0, shard = [0, 1] }: Identify): void {
    const { privileged } = this.#world.options
    if (this.#session) this.#refuse(4005, 'Already authenticated.')
    else if (!this.#rightToken(token)) this.#refuse(4004, 'Authentication failed.')
    else if (shard[0] >= shard[1]) this.#refuse(4010, 'Invalid shard.')
    else if (intents >= 2 ** 27 || intents < 0) this.#refuse(4013, 'Invalid intent(s).')
    else if (disallowed(intents, privileged)) this.#refuse(4014, 'Disallowed intent(s).')
    else this.#begin(new Session(this.#world.id(), intents, shard))
  }

  #begin(session: Session): void {
    this.#mood.identifies += 1
    session.socket = this.#socket
    this.#session = session
    this.#welcome(session)
    this.#hub.begin(session)
  }

  #rightToken(token: string | undefined): boolean {
    return token?.replace(/^Bot /, '') === this.#world.options.token
  }

  /** READY with every guild unavailable, then a GUILD_CREATE for each. */
  #welcome(session: Session): void {
    const world = this.#world
    const mine = [...world.guilds.values()].filter(
      (guild) => guild.members.has(world.bot.id) && shardOf(guild.id, session.shard[1]) === session.shard[0],
    )
    const ready = {
      v: 10,
      user: { ...world.bot, verified: true, mfa_enabled: true, email: null },
      guilds: mine.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: gatewayOf(world),
      shard: session.shard,
      application: { id: world.application, flags: applicationFlags(world) },
    }
    session.tell('READY', JSON.stringify(ready))
    const withMembers = Boolean(session.intents & (1 << 8))
    for (const guild of mine)
      if (guild.available) session.tell('GUILD_CREATE', JSON.stringify(guildCreate(world, guild, withMembers)))
  }

  #resume({ token, session_id, seq }: Resume): void {
    const session = this.#hub.sessions.get(session_id)
    if (!this.#rightToken(token)) this.#refuse(4004, 'Authentication failed.')
    else if (this.#mood.refuseResumes > 0 || !session) this.#refuseResume(session_id)
    else this.#takeUp(session, seq)
  }

  #refuseResume(session: string): void {
    if (this.#mood.refuseResumes > 0) this.#mood.refuseResumes -= 1
    this.#hub.sessions.delete(session)
    this.#send(Op.InvalidSession, false)
  }

  #takeUp(session: Session, seq: number): void {
    if (session.socket !== this.#socket) session.socket?.terminate()
    session.socket = this.#socket
    this.#session = session
    if (!session.replay(seq)) {
      this.#hub.sessions.delete(session.id)
      this.#refuse(4007, 'Invalid seq.')
      return
    }
    this.#mood.resumes += 1
    session.tell('RESUMED', '{}')
  }

  #chunks(session: Session, request: ChunkRequest): void {
    for (const chunk of memberChunks(this.#world, request, session.intents))
      session.tell('GUILD_MEMBERS_CHUNK', JSON.stringify(chunk))
  }
}

function parsed(text: string): Frame | undefined {
  try {
    return JSON.parse(text) as Frame
  } catch {
    return undefined
  }
}
