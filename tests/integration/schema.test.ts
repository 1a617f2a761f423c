import { expect, test } from 'vitest'
import { db, Prisma } from '@/lib/db'

test('every model reads against the migrated database', async () => {
  const models = Object.values(Prisma.ModelName)
  expect(models.length).toBeGreaterThan(20)
  for (const model of models) {
    const delegate = model.charAt(0).toLowerCase() + model.slice(1)
    const { findMany } = db()[delegate as 'user']
    await expect(findMany({ take: 1 }), model).resolves.toEqual([])
  }
})
