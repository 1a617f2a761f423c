import { z } from 'zod'

/** A line of a list that did not come in, and why. */
export type ImportProblem = { line: number; text: string; problem: string }

type Counts = { lines: number; added: number; bad: number }
type Target = { id: string; name: string } | null

/** What an import says while it runs, one JSON object a line. `part` is how much of the file has been read, 0–1. */
export type ImportEvent =
  | ({ type: 'progress'; part: number | null } & Counts)
  | ({ type: 'done'; playlist: Target; problems: ImportProblem[] } & Counts)
  | ({ type: 'failed'; playlist: Target; message: string } & Counts)

export const importInput = z.object({ fileName: z.string().max(255).default('Imported list') })
