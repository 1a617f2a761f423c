import type { CSSProperties } from 'react'
import { useText } from '#text'
import { msg } from '@/lib/language/text'

const MOMENTS = [
  {
    at: '0:00',
    people: 1,
    title: msg('Maya opens a room'),
    text: msg('The demo songs are already there. Nothing to connect.'),
  },
  { at: '0:08', people: 1, title: 'K7M 2QX', text: msg('Goes into the group chat, or on the wall as a square.') },
  {
    at: '0:15',
    people: 2,
    title: msg('Jonas joins'),
    text: msg('He types a name. That is all. The song is where it is for everyone.'),
  },
  {
    at: '0:29',
    people: 5,
    title: msg('First votes'),
    text: msg('Copper Hours takes the lead. The queue moves for all of them at once.'),
  },
  {
    at: '0:44',
    people: 11,
    title: msg('Eleven browsers, one song'),
    text: msg('Walk from room to room: you can’t hear the seam.'),
  },
]

/** A ruler of sixty seconds; below 1080 px it stands upright. */
export function FirstMinute() {
  const t = useText()
  return (
    <section className="relative px-(--edge) py-14 sm:pt-26 sm:pb-28">
      <h2 className="max-w-[640px] text-balance font-semibold text-[30px] leading-[35px] tracking-[-0.036em] sm:text-3xl sm:leading-11">
        {t('A room, in its first minute')}
      </h2>
      <ol className="mt-10 grid gap-8 border-line-strong border-l lg:mt-18 lg:grid-cols-[8fr_7fr_14fr_15fr_12fr] lg:gap-0 lg:border-t lg:border-l-0 lg:bg-[repeating-linear-gradient(90deg,var(--line-strong)_0_1px,transparent_1px_calc(100%/60))] lg:bg-[length:100%_6px] lg:bg-no-repeat">
        {MOMENTS.map(({ at, people, title, text }) => (
          <li key={at} className="relative pl-7 lg:pt-6 lg:pr-6 lg:pl-0">
            <Beads people={people} />
            <time className="font-medium font-mono text-accent text-sm">{at}</time>
            <h3 className="my-1 font-semibold text-md leading-[22px] tracking-[-0.01em]">{t(title)}</h3>
            <p className="max-w-[420px] text-text-3 lg:max-w-[200px] lg:text-sm">{t(text)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Beads({ people }: { people: number }) {
  return (
    <>
      <span
        aria-hidden="true"
        style={{ '--tall': `${Math.max(20, people * 10 + 10)}px` } as CSSProperties}
        className="absolute bottom-full left-0 -ml-px hidden h-(--tall) w-0.5 bg-accent lg:block"
      >
        {Array.from({ length: people }, (_, index) => index * 10 + 6).map((bottom) => (
          <i key={bottom} style={{ bottom }} className="absolute -left-[2.5px] size-[7px] rounded-full bg-text-1" />
        ))}
      </span>
      <span aria-hidden="true" className="absolute top-[7px] -left-px h-0.5 w-3.5 bg-accent lg:hidden">
        <i className="absolute -top-[3px] -left-[3.5px] size-2 rounded-full bg-text-1" />
      </span>
    </>
  )
}
