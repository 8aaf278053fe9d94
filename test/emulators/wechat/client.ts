/** The client of wechaty-puppet-service with the two holes stopped through which it ends processes (README.md). */
import type { types } from 'wechaty-puppet'
import { PuppetService } from 'wechaty-puppet-service'
import type { Service } from './service.ts'

export class CarefulService extends PuppetService {
  protected override hookPayloadStore(): void {
    // The store on disk is never opened: a second client would throw on its lock, out of reach of any handler.
  }
  override async dirtyPayload(type: types.Dirty, id: string): Promise<void> {
    // Nobody awaits this: where the connection is gone, its rejection would be nobody's.
    await super.dirtyPayload(type, id).catch((error: unknown) => this.emit('error', error))
  }
  /** Gone without a word, as when the process ends: the server's puppet is not stopped. */
  cut(): void {
    this.grpcManager.eventStream?.cancel()
    this.grpcManager.client.close()
  }
}

/** The adapter leaves a puppet elsewhere running when it stops; another world needs one that begins anew. */
export async function stopPuppet({ options }: Service): Promise<void> {
  const client = new CarefulService({ ...options, timeoutSeconds: 3600 })
  client.on('error', () => undefined)
  const login = new Promise((resolve) => client.once('login', resolve))
  await client.start()
  await login
  await client.stop()
}
