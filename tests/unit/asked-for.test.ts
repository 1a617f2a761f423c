import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const folder = path.resolve(import.meta.dirname, '..')
const map = readFileSync(path.join(folder, 'README.md'), 'utf8')

test('every wish that the map of the tests names has a test that is named after it', () => {
  const names = ['unit', 'integration', 'e2e']
    .flatMap((part) => readdirSync(path.join(folder, part)).map((file) => path.join(folder, part, file)))
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => /\btest[.(]|^\s*'/.test(line))
    .join('\n')
  const wishes = map.match(/#\d+/g) ?? []
  expect(wishes.length).toBeGreaterThan(20)
  expect(wishes.filter((wish) => !names.includes(wish))).toEqual([])
})

test('every file that the map names is there', () => {
  const named = [...map.matchAll(/`((?:unit|integration|e2e)\/[\w-]+)`/g)].map(([, name]) => `${name}.test.ts`)
  expect(named.filter((name) => !existsSync(path.join(folder, name)))).toEqual([])
})
