/**
 * Passes chunks on. Throws when one that is waited for does not come for so long; who takes them may take their time.
 */
export const patient = (patienceMs: number) =>
  async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const source = chunks[Symbol.asyncIterator]()
    for (;;) {
      const { done, value } = await within(patienceMs, source.next())
      if (done) return
      yield value
    }
  }

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Nothing came for ${ms} ms.`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
