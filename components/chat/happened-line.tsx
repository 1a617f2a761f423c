import { ListMusic, LogIn } from 'lucide-react'
import type { Line } from './chat-lines'

/** What others did, between what they say. Songs are told by a toast as well, so readers need not hear of them twice. */
export function HappenedLine({ line: { of, text } }: { line: Extract<Line, { kind: 'happened' }> }) {
  const Icon = of === 'added' ? ListMusic : LogIn
  return (
    <p aria-hidden={of === 'added' || undefined} className="flex items-center gap-2 pl-1.5 text-sm text-text-3">
      <Icon aria-hidden="true" className="size-4 flex-none" strokeWidth={1.75} />
      <span className="min-w-0 pl-1 [overflow-wrap:anywhere]">{text}</span>
    </p>
  )
}
