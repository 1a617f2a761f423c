import { highlight } from './highlight'

/** A title or a name with what was typed in the accent colour. */
export function Marked({ text, query }: { text: string; query: string }) {
  return highlight(text, query).map((part, index) =>
    part.isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
      <mark key={index} className="bg-transparent text-accent">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  )
}
