import { Laptop, type LucideIcon, Plus, Smartphone, Tablet, Tv } from 'lucide-react'
import { useText } from '#text'
import { cn } from '@/components/ui/cn'
import { madeUpWave } from '@/components/ui/made-up-wave'
import { msg } from '@/lib/language/text'

type Device = { name: string; place: string; icon: LucideIcon; ms: string; height: number }

const DEVICES: Device[] = [
  { name: msg('Maya’s phone'), place: msg('Kitchen'), icon: Smartphone, ms: '0.4 ms', height: 0.72 },
  { name: msg('Jonas’s laptop'), place: msg('Desk'), icon: Laptop, ms: '0.9 ms', height: 0.95 },
  { name: msg('Old tablet'), place: msg('Hallway'), icon: Tablet, ms: '1.2 ms', height: 0.6 },
  { name: msg('Television browser'), place: msg('Living room'), icon: Tv, ms: '0.7 ms', height: 1.1 },
]

const SONGS = [
  { x: 0, ink: 'var(--ink-a)', path: madeUpWave({ seed: 21, bars: 104, width: 520, height: 56 }) },
  { x: 540, ink: 'var(--accent)', path: madeUpWave({ seed: 9, bars: 118, width: 590, height: 56 }) },
  { x: 1150, ink: 'var(--ink-b)', path: madeUpWave({ seed: 5, bars: 58, width: 290, height: 56 }) },
]

/** Four devices and you, each with the same song at the same place on the line. */
export function Unison() {
  const t = useText()
  return (
    <section aria-label={t('Five devices, one instant')} className="pt-8 pb-12">
      <svg aria-hidden="true" className="absolute size-0">
        <defs>
          <g id="unison-songs" strokeWidth="2">
            {SONGS.map(({ x, ink, path }) => (
              <path key={x} d={path} stroke={ink} transform={`translate(${x})`} />
            ))}
          </g>
        </defs>
      </svg>
      <ul>
        {DEVICES.map((device) => (
          <Row key={device.name} {...device} />
        ))}
        <Row name={msg('You')} place={msg('Six characters away')} icon={Plus} isYou />
      </ul>
    </section>
  )
}

function Row({
  name,
  place,
  icon: Icon,
  ms,
  height,
  isYou,
}: Partial<Device> & Pick<Device, 'name' | 'place' | 'icon'> & { isYou?: boolean }) {
  const t = useText()
  return (
    <li className="relative flex h-14.5 items-center sm:h-16.5">
      {height !== undefined && <Wave height={height} />}
      <div className="relative flex items-center gap-3 pl-(--edge) text-text-2">
        <Icon aria-hidden="true" strokeWidth={1.75} className="size-5 flex-none" />
        <span>
          <b className={cn('block font-medium', isYou ? 'text-accent' : 'text-text-1')}>{t(name)}</b>
          <small className="block text-text-3 text-xs">{t(place)}</small>
        </span>
      </div>
      <span
        aria-hidden="true"
        className={cn(
          'absolute left-(--line-x) -ml-[6.5px] size-[13px] animate-beat rounded-full',
          isYou ? 'bg-surface-0 shadow-[inset_0_0_0_2px_var(--accent),0_0_0_5px_var(--accent-soft)]' : 'bg-text-1',
        )}
      />
      {ms && <span className="mono absolute right-(--edge) text-sm text-text-2 max-sm:hidden">{ms}</span>}
    </li>
  )
}

function Wave({ height }: { height: number }) {
  return (
    <div
      aria-hidden="true"
      className="absolute inset-0 overflow-hidden [mask-image:linear-gradient(90deg,transparent_184px,#000_250px,#000_var(--line-x),rgb(0_0_0/0.34)_var(--line-x))] sm:[mask-image:linear-gradient(90deg,transparent_calc(var(--edge)+170px),#000_calc(var(--edge)+330px),#000_var(--line-x),rgb(0_0_0/0.34)_var(--line-x),rgb(0_0_0/0.2)_82%,transparent_89%)]"
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 1440 66"
        preserveAspectRatio="none"
        className="absolute left-[calc(var(--line-x)-910px)] h-full w-[1440px] max-w-none"
      >
        <use href="#unison-songs" transform={`translate(0 ${33 - 28 * height}) scale(1 ${height})`} />
      </svg>
    </div>
  )
}
