import { expect, test } from 'vitest'
import { movedUp, SAMPLES, startHistory, withAnswer } from '@/components/admin/heat-history'
import { csvText } from '@/components/stats/csv'
import { everyDay } from '@/components/stats/days'
import { nextSort, sorted } from '@/components/stats/sort'
import type { TrackTrendingItem } from '@/lib/stats/schema'
import { daysOfWeek, weekOf } from '@/lib/stats/week'

const row = (name: string, totalAdded: number) => ({
  name,
  totalAdded,
  totalLikesGot: 0,
  totalLikesGiven: 0,
  lastUpdated: '2026-11-20',
})

const song = (id: string, heat: number) => ({ track: { id }, heat }) as TrackTrendingItem

test('a quiet day is a day, and the last one is today', () => {
  const days = everyDay([{ day: '2026-11-18', added: 2 }], { added: 0 }, '2026-11-20', 4)
  expect(days.map(({ day, added }) => `${day} ${added}`)).toEqual([
    '2026-11-17 0',
    '2026-11-18 2',
    '2026-11-19 0',
    '2026-11-20 0',
  ])
})

test('a month and a year end in a row of days like any other', () => {
  const [first, , last] = everyDay([], {}, '2027-01-01', 3)
  expect([first?.day, last?.day]).toEqual(['2026-12-30', '2027-01-01'])
})

test('a column sorts the most first, names from A, and the other way round when asked again', () => {
  const rows = [row('Attic', 1), row('Zoo', 3), row('Basement', 2)]
  const names = (sort: Parameters<typeof sorted>[1]) => sorted(rows, sort).map(({ name }) => name)
  const byAdded = nextSort({ key: 'name', isDown: true }, 'totalAdded')
  expect(names(byAdded)).toEqual(['Zoo', 'Basement', 'Attic'])
  expect(names(nextSort(byAdded, 'totalAdded'))).toEqual(['Attic', 'Basement', 'Zoo'])
  expect(names(nextSort(byAdded, 'name'))).toEqual(['Attic', 'Basement', 'Zoo'])
})

test('no cell of a file begins like a formula', () => {
  const starts = ['=', '+', '-', '@', '\t', '\r', '\n']
  const lines = csvText(
    ['name'],
    starts.map((start) => [`${start}1`]),
  ).slice('name\r\n'.length)
  expect(lines.startsWith(`"'=1"`)).toBe(true)
  expect(lines.match(/"'/g)).toHaveLength(starts.length)
})

test('a song’s places are those since the page was opened, and its line is no longer than the picture', () => {
  let history = startHistory([song('a', 3), song('b', 2)])
  history = withAnswer(history, [song('b', 5), song('a', 3), song('c', 1)])
  expect(['b', 'a', 'c'].map((id, rank) => movedUp(history, id, rank))).toEqual([1, -1, null])
  for (let i = 0; i < SAMPLES * 2; i++) history = withAnswer(history, [song('a', i)])
  expect(history.heats.get('a')).toHaveLength(SAMPLES)
  expect(history.heats.get('a')?.at(-1)).toBe(SAMPLES * 2 - 1)
})

test('every day lies in its ISO week, also around new year', () => {
  for (let day = Date.UTC(2019, 11, 20); day < Date.UTC(2033, 0, 20); day += 86_400_000) {
    const at = new Date(day + 3_600_000)
    expect(daysOfWeek(weekOf(at))).toContain(at.toISOString().slice(0, 10))
  }
  expect(['2027-01-01', '2020-12-31', '2024-12-30'].map((day) => weekOf(new Date(day)))).toEqual([
    '2026-W53',
    '2020-W53',
    '2025-W01',
  ])
})
