import { cn } from './cn'

const TOPS = ['top-[0.5px]', 'top-[6.5px]', 'top-[12.5px]']

/**
 * Three listeners on the line: in step (`beat`), gathering (`wait`), one of them late (`off`), or `still`.
 * Takes its colour from the text.
 */
export function Pulse({
  state = 'still',
  className,
}: {
  state?: 'still' | 'beat' | 'wait' | 'off'
  className?: string
}) {
  return (
    <span
      aria-hidden="true"
      className={cn('relative inline-block size-4.5 flex-none', state === 'beat' && 'animate-beat', className)}
    >
      <span className="absolute inset-y-0 left-2 w-0.5 rounded-[1px] bg-current opacity-45" />
      {TOPS.map((top, index) => (
        <i
          key={top}
          className={cn(
            'absolute left-[6.5px] size-[5px] rounded-full bg-current',
            top,
            state === 'wait' && 'animate-gather',
            state === 'wait' && index === 1 && '[--from:-6px] [animation-delay:120ms]',
            state === 'wait' && index === 2 && '[animation-delay:240ms]',
            state === 'off' && index === 1 && 'left-[12px]',
          )}
        />
      ))}
    </span>
  )
}
