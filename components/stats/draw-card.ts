import type { Text } from '@/lib/language/text'

export type CardNumbers = { name: string; likes: number; given: number; added: number; rooms: number }

const [WIDTH, HEIGHT, PAD] = [1200, 630, 72]

/** The card as a picture, in the type and colours of the page that it stands on. */
export async function drawCard(t: Text, numbers: CardNumbers, page: HTMLElement): Promise<Blob | null> {
  const family = getComputedStyle(page).fontFamily
  // The browser loads a weight only once something is set in it. A stand-in font that the system lacks is no matter.
  await Promise.allSettled([document.fonts.load(`600 64px ${family}`), document.fonts.load(`400 32px ${family}`)])
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })
  const pen = canvas.getContext('2d')
  if (!pen) return null
  const colour = (token: string) => colourOf(page, token)
  drawGround(pen, colour)
  drawMark(pen, colour)
  drawWords(t, pen, colour, family, numbers)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

type Colour = (token: string) => string

function drawGround(pen: CanvasRenderingContext2D, colour: Colour) {
  pen.fillStyle = colour('--surface-1')
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  for (const [token, x, y, radius] of [
    ['--glow-1', 980, 0, 760],
    ['--glow-2', 0, HEIGHT, 620],
  ] as const) {
    const light = pen.createRadialGradient(x, y, 0, x, y, radius)
    light.addColorStop(0, colour(token))
    // Not `transparent`: a canvas would fade through grey.
    light.addColorStop(1, colour(token).replace(/\/ [\d.]+\)$/, '/ 0)'))
    pen.fillStyle = light
    pen.fillRect(0, 0, WIDTH, HEIGHT)
  }
}

/** The ear and the line, as in components/ui/mark.tsx. */
function drawMark(pen: CanvasRenderingContext2D, colour: Colour) {
  pen.save()
  pen.translate(WIDTH - PAD - 64, PAD - 8)
  pen.scale(2, 2)
  pen.fillStyle = colour('--text-1')
  pen.fill(new Path2D('M15 3a13 13 0 0 0 0 26v-4.2a8.8 8.8 0 0 1 0-17.6zM15 11.2a4.8 4.8 0 0 0 0 9.6z'))
  pen.fillStyle = colour('--accent')
  pen.fillRect(18, 1, 2.6, 30)
  pen.restore()
}

function drawWords(t: Text, pen: CanvasRenderingContext2D, colour: Colour, family: string, numbers: CardNumbers) {
  const write = (text: string, x: number, y: number, size: number, weight: number, token: string, width: number) => {
    pen.font = `${weight} ${size}px ${family}`
    pen.fillStyle = colour(token)
    pen.fillText(cut(pen, text, width), x, y)
  }
  const line = WIDTH - PAD * 2
  write(t('{name} in earshot', { name: numbers.name }), PAD, PAD + 36, 40, 600, '--text-1', line - 100)
  pen.letterSpacing = '-10px'
  write(numbers.likes.toLocaleString(t.locale), PAD - 10, 372, 232, 600, '--text-1', line)
  pen.letterSpacing = '0px'
  const what = t('{likes, plural, one {like for a song} other {likes for the songs}} I picked', {
    likes: numbers.likes,
  })
  write(what, PAD, 438, 40, 600, '--text-1', line)
  const more = [
    [numbers.added, t('{count, plural, one {song} other {songs}} added', { count: numbers.added })],
    [numbers.given, t('{count, plural, one {like} other {likes}} given', { count: numbers.given })],
    [numbers.rooms, t('{count, plural, one {room} other {rooms}}', { count: numbers.rooms })],
  ] as const
  more.forEach(([value, label], index) => {
    const x = PAD + index * 340
    write(value.toLocaleString(t.locale), x, HEIGHT - PAD - 34, 44, 600, '--text-1', 320)
    write(label, x, HEIGHT - PAD + 4, 28, 400, '--text-2', 320)
  })
}

function cut(pen: CanvasRenderingContext2D, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text
  const letters = Array.from(text)
  while (letters.length > 1 && pen.measureText(`${letters.join('')}…`).width > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** A token as the browser has computed it: a canvas knows no var() or calc(). */
function colourOf(page: HTMLElement, token: string): string {
  const probe = document.createElement('i')
  probe.style.color = `var(${token})`
  page.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
