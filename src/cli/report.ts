/** How the command line speaks: results on stdout, everything else on stderr, exit codes that mean something. */
import { Presets, SingleBar } from 'cli-progress'
import { InnkeeperError } from '../core/errors.ts'

/** 0 done; 1 the checked thing has faults; 2 the call is wrong; 70 a bug; 75 try again later; 78 the rulebook or set-up is wrong. */
export const exit = { ok: 0, faults: 1, usage: 2, bug: 70, busy: 75, setup: 78 } as const

const codeOf = (error: InnkeeperError) => {
  if (/^(cli|member|adapter)\//.test(error.code)) return exit.usage
  return error.code === 'store/taken' || error.code === 'store/unreachable' ? exit.busy : exit.setup
}

/** Prints an error with its remedy and ends the process with its code. */
export function fail(error: unknown): never {
  if (error instanceof InnkeeperError) {
    console.error(`${error.message}\n  → ${error.remedy} (${error.code})`)
    process.exit(codeOf(error))
  }
  console.error(error)
  process.exit(exit.bug)
}

// A reader that has seen enough (`| head`) closes the pipe: no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exit.ok : exit.bug))
export const print = (text: string): void => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
export const printJson = (value: unknown) => print(JSON.stringify(value, null, 2))

/** A progress bar on a terminal, nothing elsewhere. */
export function progress(label: string): { at(done: number, total: number): void; end(): void } {
  if (!process.stderr.isTTY) return { at: () => undefined, end: () => undefined }
  const bar = new SingleBar(
    { format: `${label} {bar} {percentage}% · {value}/{total}`, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  )
  let started = false
  return {
    at(done, total) {
      if (!started) bar.start(total, done)
      else {
        bar.setTotal(total)
        bar.update(done)
      }
      started = true
    },
    end: () => started && bar.stop(),
  }
}
