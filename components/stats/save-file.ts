/** Some browsers read what is to be saved a while after the click. */
const READ_BY_MS = 10_000

/** Hands a file that was made here to the browser's downloads. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), READ_BY_MS)
}
