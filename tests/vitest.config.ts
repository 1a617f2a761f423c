import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')

// A zone with an odd offset: code that mixes up local time and UTC fails here first.
process.env.TZ = 'Asia/Kathmandu'

const shared = {
  root,
  resolve: { alias: { '@': root } },
  oxc: { jsx: { runtime: 'automatic' as const } },
}

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          maxWorkers: '100%',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/quiet-console.ts'],
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          sequence: { groupOrder: 1 },
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/template-database.ts'],
          setupFiles: ['tests/support/quiet-console.ts', 'tests/support/own-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What must happen may take its time on a busy machine.
          expect: { poll: { timeout: 8_000 } },
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          sequence: { groupOrder: 2 },
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/running-product.ts'],
          setupFiles: ['tests/support/quiet-console.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 8_000 } },
          // One product, one file at a time: two browsers playing sound need both cores.
          fileParallelism: false,
        },
      },
    ],
  },
})
