// A Waymark of a journey's own: with a demonstration and settings that the others do not have.

import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, open } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const kRoot = fileURLToPath(new URL('../../', import.meta.url))
const kProgram = process.env.WAYMARK_E2E_PROGRAM ?? join(kRoot, 'build/release/waymark')

export async function free_port() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

// Ends when the program ends; says what it said when that was in vain.
async function run(args, log) {
  const file = await open(log, 'w')
  const child = spawn(kProgram, args, { cwd: kRoot, stdio: ['ignore', file.fd, file.fd] })
  const status = await new Promise((resolve, reject) => {
    child.once('exit', resolve)
    child.once('error', reject)
  })
  await file.close()
  if (status !== 0) throw new Error(`waymark ${args[0]} failed: ${await readFile(log, 'utf8')}`)
}

async function until_ready(base_url, child) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error('the server stopped before it was ready')
    const answer = await fetch(`${base_url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the server was not ready in time')
}

// `settings_in(folder, base_url)` writes what it needs and gives further flags of `waymark serve`.
export async function start_own_server(settings_in) {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-journey-'))
  const database = `sqlite:${join(folder, 'waymark.db')}`
  await run(['demo', '--database', database, '--size', 'small'], join(folder, 'demo.log'))
  const port = await free_port()
  const base_url = `http://127.0.0.1:${port}`
  const log = join(folder, 'server.log')
  const file = await open(log, 'w')
  const flags = [
    ...['--database', database, '--listen', `127.0.0.1:${port}`, '--web', 'web/dist'],
    ...['--programmes', 'programmes', ...(await settings_in(folder, base_url))],
  ]
  const child = spawn(kProgram, ['serve', ...flags], {
    cwd: kRoot,
    stdio: ['ignore', file.fd, file.fd],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await file.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await until_ready(base_url, child)
  } catch (trouble) {
    const said = await readFile(log, 'utf8')
    await stop()
    throw new Error(`${trouble.message}: ${said}`)
  }
  return { base_url, stop, log: () => readFile(log, 'utf8') }
}
