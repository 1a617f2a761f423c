import { z } from 'zod'

/** Everything the processes read from their environment, checked once at boot. `.env.example` explains each. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  DATA_DIR: z.string().default('.data'),
  /** Signs sessions and guest cookies. The launcher makes one on first start. */
  AUTH_SECRET: z.string().min(32),
  REALTIME_PORT: z.coerce.number().int().default(3001),
  /** The address that the realtime process listens on: this machine only, unless it runs in a container. */
  REALTIME_HOST: z.string().default('127.0.0.1'),
  /** Where the web process finds it; by default on this machine at REALTIME_PORT. */
  REALTIME_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).default(10),
  MAX_UPLOAD_MB: z.coerce.number().positive().default(200),
  /** Songs processed at the same time by one worker process: each takes a core. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(1),
  /** Whether an empty catalogue is filled with the songs that Earshot composes itself. */
  DEMO_CATALOGUE: z.enum(['on', 'off']).default('on'),
  /** A Piped instance: with it, songs of YouTube can be found and played. */
  PIPED_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Names of further hosts, with commas, that it serves sound and pictures from. */
  PIPED_MEDIA_HOSTS: z
    .string()
    .default('')
    .transform((names) =>
      names
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  /** Lets a program that sends it as a bearer token read /api/metrics. */
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

export type Env = z.infer<typeof schema>

let parsed: Env | undefined

/** Throws one readable sentence that names each wrong or missing variable. */
export function env(): Env {
  if (parsed) return parsed
  // `NAME=` in a file of settings means that it is not set.
  const given = Object.entries(process.env).filter(([, value]) => value !== '')
  const result = schema.safeParse(Object.fromEntries(given))
  if (!result.success) throw new Error(`The environment is not usable. ${z.prettifyError(result.error)}`)
  parsed = result.data
  return parsed
}
