import { networkInterfaces } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../postgres.mjs'
import { build } from './build.mjs'
import { claimDataFolder, readSecrets } from './data-folder.mjs'
import { checkExternal, migrateDatabase, startEmbedded } from './database.mjs'
import { reportMissingParts } from './missing-parts.mjs'
import { refusePortInUse } from './ports.mjs'
import { prepareTree } from './prepare-tree.mjs'
import { isCatalogueEmpty, startProcesses } from './processes.mjs'
import { Refusal } from './refusal.mjs'
import { say, step, warn } from './say.mjs'
import { readSettings } from './settings.mjs'
import { Stopped, stopping, throwIfStopping } from './stopping.mjs'

/**
 * Sets everything up, runs the product until somebody asks it to stop, and stops it.
 * @param {{ isDev: boolean }} options
 * @returns {Promise<number>} the exit code
 */
export async function runProduct({ isDev }) {
  const started = []
  let exitCode = 0
  try {
    await start({ isDev, started })
    await untilStopping()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (!(error instanceof Stopped)) {
      warn(error.message)
      exitCode = 1
    }
  } finally {
    await stopAll(started)
  }
  return exitCode
}

async function start({ isDev, started }) {
  const settings = readSettings()
  const claim = claimDataFolder(settings)
  started.push(claim.release)
  // The processes of a launcher that was killed end by themselves, a moment later.
  await refusePortInUse(settings, claim.isAfterCrash ? 5_000 : 0)

  say(isDev ? 'Earshot, for development' : 'Earshot')
  await prepareTree()
  const { databaseUrl, authSecret } = await openDatabase(settings, started)
  await step('schema', 'bringing the database up to date…', () => migrateDatabase(databaseUrl))
  if (!isDev) await step('build', 'building pages, realtime and worker…', build)
  reportMissingParts()

  const realtimePort = process.env.REALTIME_PORT ? Number(process.env.REALTIME_PORT) : await freePort()
  const env = environment({ isDev, settings, databaseUrl, authSecret, realtimePort })
  throwIfStopping()
  const processes = startProcesses({ isDev, settings, realtimePort, env })
  started.push(() => Promise.all(processes.map((process) => process.stop())))
  await step(
    'processes',
    'starting web, realtime and worker…',
    () => Promise.race([Promise.all(processes.map((process) => process.ready)), untilStopping()]),
    () => 'web, realtime and worker are running',
  )
  throwIfStopping()
  announceAddresses(settings)
  if (process.env.DEMO_CATALOGUE !== 'off' && (await isCatalogueEmpty(settings))) {
    say('Its own songs are being composed: the first ones appear within a minute.')
  }
}

function environment({ isDev, settings, databaseUrl, authSecret, realtimePort }) {
  return {
    ...process.env,
    NODE_ENV: isDev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    DATA_DIR: settings.dataDir,
    AUTH_SECRET: process.env.AUTH_SECRET || authSecret,
    REALTIME_PORT: `${realtimePort}`,
    // Phones reach it by the machine's address, so the origin of a request is the one it names.
    AUTH_TRUST_HOST: 'true',
  }
}

async function openDatabase({ databaseUrl, dataDir }, started) {
  const { authSecret, postgresPassword } = readSecrets(dataDir)
  if (databaseUrl) {
    await step('database', 'looking for PostgreSQL…', () => checkExternal(databaseUrl))
    return { databaseUrl, authSecret }
  }
  const embedded = await step(
    'database',
    'starting PostgreSQL…',
    () => startEmbedded({ dataDir, password: postgresPassword }),
    () => `PostgreSQL 18, data in ${dataDir}`,
  )
  started.push(keepRunning(embedded, { dataDir, password: postgresPassword }))
  return { databaseUrl: embedded.databaseUrl, authSecret }
}

/** Starts the database again, on the port that the processes know, should it ever end. Answers how to stop it. */
function keepRunning(embedded, { dataDir, password }) {
  let current = embedded
  const watch = async () => {
    for (;;) {
      await current.exited
      if (stopping.aborted || isStopped) return
      warn('PostgreSQL ended; starting it again.')
      current = await startEmbedded({ dataDir, password, port: embedded.port }).catch(async (error) => {
        warn(error.message)
        await sleep(2_000)
        return current
      })
    }
  }
  let isStopped = false
  watch()
  return () => {
    isStopped = true
    return current.stop()
  }
}

function announceAddresses({ port, host }) {
  say()
  say(`Earshot is ready at http://localhost:${port}`)
  const lan = Object.values(networkInterfaces())
    .flat()
    .find((address) => address && address.family === 'IPv4' && !address.internal)
  if (lan && (!host || host === '0.0.0.0' || host === '::'))
    say(`Phones in this network: http://${lan.address}:${port}`)
  say('Ctrl-C stops it.')
}

function untilStopping() {
  if (stopping.aborted) return Promise.resolve()
  return new Promise((resolve) => stopping.addEventListener('abort', () => resolve(), { once: true }))
}

async function stopAll(started) {
  if (started.length > 1) say('Stopping…')
  for (const stop of started.reverse()) await stop()
}
