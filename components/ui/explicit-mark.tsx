import { useText } from '#text'

/** Before the artist of a song whose words are explicit. */
export function ExplicitMark() {
  const t = useText()
  return (
    <span
      title={t('Explicit')}
      className="mr-1.5 inline-grid size-4 flex-none translate-y-[-1px] place-items-center rounded-[4px] bg-surface-3 align-middle font-semibold text-[10px] text-text-2 leading-none"
    >
      <span aria-hidden="true">E</span>
      <span className="sr-only">{t('Explicit')}</span>
    </span>
  )
}
