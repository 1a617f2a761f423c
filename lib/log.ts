import pino from 'pino'

/** The process's logger. Cookies, passwords and tokens never reach it. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { process: process.env.EARSHOT_PROCESS ?? 'web' },
  redact: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token'],
})
