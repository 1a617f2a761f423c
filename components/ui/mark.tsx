import Link from 'next/link'
import { useText } from '#text'
import { cn } from './cn'

/** An ear made of two arcs, and the line that is this instant. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn('size-6.5 flex-none fill-current', className)}>
      <path d="M15 3a13 13 0 0 0 0 26v-4.2a8.8 8.8 0 0 1 0-17.6z" />
      <path d="M15 11.2a4.8 4.8 0 0 0 0 9.6z" />
      <rect x="18" y="1" width="2.6" height="30" rx="1.3" className="fill-accent" />
    </svg>
  )
}

/** The mark with the name, as a link to the start unless `href` is null. */
export function Brand({ href = '/', className }: { href?: string | null; className?: string }) {
  const t = useText()
  const look = cn(
    'inline-flex items-center gap-2 pointer-coarse:min-h-11 text-[18px] font-semibold tracking-[-0.03em]',
    className,
  )
  const inside = (
    <>
      <Mark />
      <span data-brand-name="">{t('Earshot')}</span>
    </>
  )
  if (href === null) return <span className={look}>{inside}</span>
  return (
    <Link href={href} className={cn(look, 'rounded-sm')}>
      {inside}
    </Link>
  )
}
