import type { Result } from '@/lib/result'

type Change = (names: string[]) => string[]
type Saving = {
  initial: string[]
  save: (names: string[]) => Promise<Result<string[]>>
  show: (names: string[]) => void
}

/**
 * Changes of a list that is saved whole: shown at once, sent one after the other, each upon what the server made of
 * those before. Only the last answer is shown: an earlier one knows nothing of the changes that wait.
 */
export function changeInTurn({ initial, save, show }: Saving) {
  let saved = initial
  let shown = initial
  let last: Promise<unknown> = Promise.resolve()
  const put = (names: string[]) => {
    shown = names
    show(names)
  }
  return (change: Change): Promise<Result<string[]>> => {
    put(change(shown))
    const sent = last.then(async () => {
      const answer = await save(change(saved))
      if (answer.ok) saved = answer.value
      if (last === sent) put(saved)
      return answer
    })
    last = sent
    return sent
  }
}
