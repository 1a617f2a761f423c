/** Rejects when the work takes longer. What it comes to then is ignored. */
export function withPatience<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error(`No answer within ${ms} ms.`))
    // When this process was busy for that long, the answer may lie unread: look at the sockets once more.
    const timer = setTimeout(() => setImmediate(giveUp), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
