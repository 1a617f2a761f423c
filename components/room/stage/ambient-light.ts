const SIZE = 64
/** The cover's share of the canvas: around it stays room for its light. */
const COVER = 36
/** Three box blurs of this radius come close to a Gaussian of 90 px on the screen. */
const RADIUS = 5
const SATURATION = 1.3
const BRIGHTNESS = 0.64

/**
 * The light of a cover as a picture of 64 px, as a data URL, to be stretched over the stage. Blurred once here rather
 * than by a filter, and a picture rather than a canvas: a browser without a GPU would compute either anew for each
 * frame of whatever moves above it.
 */
export function ambientOf(cover: CanvasImageSource): string {
  const canvas = document.createElement('canvas')
  canvas.width = SIZE
  canvas.height = SIZE
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return ''
  const margin = (SIZE - COVER) / 2
  context.clearRect(0, 0, SIZE, SIZE)
  context.drawImage(cover, margin, margin, COVER, COVER)
  const image = context.getImageData(0, 0, SIZE, SIZE)
  image.data.set(glow(image.data))
  context.putImageData(image, 0, 0)
  return canvas.toDataURL()
}

/** RGBA in, RGBA out. Colours are weighted by their alpha while they run into each other. */
function glow(data: Uint8ClampedArray): Uint8ClampedArray {
  let pixels = Float32Array.from(data)
  for (let i = 0; i < pixels.length; i += 4) {
    const alpha = (data[i + 3] ?? 0) / 255
    for (let c = 0; c < 3; c++) pixels[i + c] = (data[i + c] ?? 0) * alpha
  }
  for (let pass = 0; pass < 3; pass++) pixels = boxBlur(boxBlur(pixels, 4, SIZE * 4), SIZE * 4, 4)
  const out = new Uint8ClampedArray(data.length)
  for (let i = 0; i < pixels.length; i += 4) {
    const alpha = (pixels[i + 3] ?? 0) / 255 || 1
    const [r, g, b] = [0, 1, 2].map((c) => (pixels[i + c] ?? 0) / alpha) as [number, number, number]
    const grey = 0.2126 * r + 0.7152 * g + 0.0722 * b
    out.set(
      [r, g, b].map((value) => (grey + (value - grey) * SATURATION) * BRIGHTNESS),
      i,
    )
    out[i + 3] = pixels[i + 3] ?? 0
  }
  return out
}

/** Along one axis: `step` to the next pixel in a line, `line` to the next line. */
function boxBlur(pixels: Float32Array<ArrayBuffer>, step: number, line: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(pixels.length)
  for (let y = 0; y < SIZE; y++) {
    for (let c = 0; c < 4; c++) {
      const at = (x: number) => (x < 0 || x >= SIZE ? 0 : (pixels[y * line + x * step + c] ?? 0))
      let sum = 0
      for (let x = -RADIUS; x <= RADIUS; x++) sum += at(x)
      for (let x = 0; x < SIZE; x++) {
        out[y * line + x * step + c] = sum / (RADIUS * 2 + 1)
        sum += at(x + RADIUS + 1) - at(x - RADIUS)
      }
    }
  }
  return out
}
