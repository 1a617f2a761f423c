import { Avatar } from '@/components/ui/avatar'

const SHOWN = 4

/** The first few, one behind the other. */
export function People({ people }: { people: { id: string; name: string }[] }) {
  return (
    <span className="flex">
      {people.slice(0, SHOWN).map(({ id, name }) => (
        <Avatar key={id} id={id} name={name} size="m" className="-ml-2 ring-2 ring-surface-1 first:ml-0" />
      ))}
    </span>
  )
}
