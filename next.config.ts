import type { NextConfig } from 'next'

const realtime = `http://127.0.0.1:${process.env.REALTIME_PORT ?? 3001}`

export default {
  poweredByHeader: false,
  // Socket.IO's path must keep its form: a redirect would break the WebSocket upgrade.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ['pino', '@prisma/client', '@prisma/adapter-pg', 'pg', 'graphile-worker', 'ioredis'],
  // One origin for pages, socket and media, so that cookies, phones on the LAN and TLS just work.
  rewrites: async () => [
    { source: '/socket.io', destination: `${realtime}/socket.io` },
    { source: '/socket.io/:path*', destination: `${realtime}/socket.io/:path*` },
    { source: '/media/:path*', destination: `${realtime}/media/:path*` },
  ],
} satisfies NextConfig
