const SIZE = 512

/** The cover as a PNG in a data URL: lock screens take no SVG. Null where it can't be drawn. */
export async function coverPng(coverUrl: string): Promise<string | null> {
  const cover = new Image()
  cover.src = coverUrl
  try {
    await cover.decode()
  } catch {
    return null
  }
  const canvas = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE })
  const context = canvas.getContext('2d')
  if (!context) return null
  context.drawImage(cover, 0, 0, SIZE, SIZE)
  return canvas.toDataURL('image/png')
}
