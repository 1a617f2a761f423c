import { expect, test } from 'vitest'
import { leadFor } from '@/server/realtime/lead'

const NOW = 1_750_000_000_000
type Listener = { roundTripMs?: number; agoMs?: number; isSilent?: boolean }

const lead = (...listeners: Listener[]) =>
  leadFor(
    listeners.map(({ roundTripMs, agoMs = 1000, isSilent = false }) => ({
      data: {
        place: { roomId: 'room', memberId: 'member', isScreen: false, isSilent },
        ...(roundTripMs === undefined ? {} : { line: { roundTripMs, measuredAt: NOW - agoMs } }),
      },
    })),
    NOW,
  )

test('a start lies 150 ms ahead where everybody is near, or nobody has said how far', () => {
  expect(lead()).toBe(150)
  expect(lead({}, { roundTripMs: 3 }, { roundTripMs: 40 })).toBe(150)
})

test('it waits for the slowest healthy listener, up to 600 ms', () => {
  expect(lead({ roundTripMs: 5 }, { roundTripMs: 200 })).toBe(230)
  expect(lead({ roundTripMs: 5 }, { roundTripMs: 980 })).toBe(600)
})

test('a stalled listener never holds the others: neither one with a hopeless line nor one who fell silent (Bili-SyncPlay#186, jellyfin-web#7225)', () => {
  expect(lead({ roundTripMs: 5 }, { roundTripMs: 4000 })).toBe(150)
  expect(lead({ roundTripMs: 5 }, { roundTripMs: 400, agoMs: 71_000 })).toBe(150)
})

test('who takes part without sound is not waited for', () => {
  expect(lead({ roundTripMs: 5 }, { roundTripMs: 400, isSilent: true })).toBe(150)
})
