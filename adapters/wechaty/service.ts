/**
 * The puppet of wechaty-puppet-service, with what its client leaves out. It keeps nothing on disk: its own store puts
 * names of people and rooms below the home folder, in a path with the token in it, and they are stale after a restart.
 */

import type { types } from 'wechaty-puppet'
import type { Puppet } from './line.ts'
import type { PuppetWish } from './wish.ts'

export interface Remote {
  readonly puppet: Puppet
  /** Cuts the connection, so that the remote puppet stays as it is: a restart there would be one more login. */
  cut(): void
  /** Whether events can come: a second client of a server is refused its stream and told nothing. */
  streams(): boolean
}

/** `ended` is called when the server has ended the stream of events. */
export async function remotePuppet({ token, endpoint }: PuppetWish, ended: () => void): Promise<Remote> {
  const { PuppetService } = await import('wechaty-puppet-service')
  class Service extends PuppetService {
    protected override hookPayloadStore(): void {
      // Without the hook the store is never opened, and every question goes to the server or the cache in memory.
    }
    override async onStart(): Promise<void> {
      await super.onStart()
      this._grpcManager?.on('end', ended)
    }
    override async dirtyPayload(type: types.Dirty, id: string): Promise<void> {
      // Wechaty awaits none of these calls: where the connection is gone, each would be an unhandled rejection.
      await super.dirtyPayload(type, id).catch(() => undefined)
    }
    cut(): void {
      if (!this._grpcManager?.eventStream) return
      // Closing the channel leaves its stream open, and the server would refuse one to the next client.
      this._grpcManager.eventStream.cancel()
      this._grpcManager.client.close()
    }
    streams(): boolean {
      return this._grpcManager?.eventStream?.destroyed === false
    }
  }
  const puppet = new Service({
    ...(token && { token }),
    ...(endpoint && { endpoint }),
    timeoutSeconds: watchdogSeconds,
  })
  return { puppet, cut: () => puppet.cut(), streams: () => puppet.streams() }
}
/** Wechaty's own watchdog restarts puppets by itself; we look after that, so it sleeps. */
export const watchdogSeconds = 3600
