/** Where a person has to let the bot in: the states of a login, and the code as the terminal shows it. */
import type { types } from 'wechaty-puppet'
import type { Health } from '../../src/core/adapter.ts'

export type Login = NonNullable<Health['login']>

/** What a `scan` event means for whoever holds the phone; undefined where it tells nothing new. */
export function loginAfter(scan: types.ScanStatus, code: string, was: Login | undefined): Login | undefined {
  const steps: Readonly<Record<number, Login['step']>> = {
    1: 'expired',
    2: 'scan',
    3: 'confirm',
    4: 'confirm',
    5: 'expired',
  }
  const step = steps[scan]
  if (!step) return was
  return step === 'scan' && code ? { step, code } : { step }
}

/** The code in half blocks, to be scanned from the screen. Drawn here: the code is a key to the account. */
export async function inTerminal(code: string): Promise<string> {
  const { default: qrcode } = await import('qrcode')
  return qrcode.toString(code, { type: 'terminal', small: true, errorCorrectionLevel: 'L' })
}
