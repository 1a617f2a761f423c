import type { Locator } from 'playwright'

type Point = { x: number; y: number }

/** Lays a finger on the middle of one, keeps it there for a moment, and lifts it from the middle of the other. */
export async function dragByFinger(from: Locator, to: Locator) {
  const page = from.page()
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  const [start, end] = [await middleOf(from), await middleOf(to)]
  await touch('touchStart', [start])
  // Shorter, and it would scroll the page.
  await page.waitForTimeout(250)
  for (let step = 1; step <= 10; step++) {
    const way = step / 10
    await touch('touchMove', [{ x: start.x + (end.x - start.x) * way, y: start.y + (end.y - start.y) * way }])
    await page.waitForTimeout(30)
  }
  await touch('touchEnd', [])
  await finger.detach()
}

async function middleOf(locator: Locator): Promise<Point> {
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
