import type { NextConfig } from 'next'

export default {
  poweredByHeader: false,
  // Socket.IO's path must keep its form: a redirect would break the WebSocket upgrade.
  skipTrailingSlashRedirect: true,
  // `npm run check` checks the types of everything, tests included; a build is for running it.
  typescript: { ignoreBuildErrors: true },
  // Loaded as they are: they find files of theirs at run time, or keep one state for the whole process.
  serverExternalPackages: [
    'pino',
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
    'graphile-worker',
    'ioredis',
    '@ffmpeg-installer/ffmpeg',
  ],
} satisfies NextConfig
