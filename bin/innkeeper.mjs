#!/usr/bin/env node
// Runs the command line on the Node it needs: this one where it is new enough, else the one that `npm ci` brought along.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const needed = 26
const cli = join(dirname(fileURLToPath(import.meta.url)), '../src/cli.ts')

if (Number(process.versions.node.split('.')[0]) >= needed) {
  await import(cli)
} else {
  const node = bundled()
  if (!node) {
    console.error(
      `Innkeeper needs Node ${needed} or later; this is ${process.version}. Run \`npm ci\` in its folder, which brings it, or install it from nodejs.org.`,
    )
    process.exit(69)
  }
  const child = spawn(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)))
}

function bundled() {
  try {
    const require = createRequire(import.meta.url)
    return join(
      dirname(require.resolve('node/package.json')),
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    )
  } catch {
    return undefined
  }
}
