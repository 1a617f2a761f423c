import { useText } from '#text'
import { cn } from '@/components/ui/cn'
import { msg } from '@/lib/language/text'

const WORDS = [
  msg('Type a password'),
  msg('Weak password'),
  msg('Fair password'),
  msg('Good password'),
  msg('Strong password'),
]
const STEPS = [1, 2, 3, 4]

/** Length first, variety second; the server's own rules decide. */
export function passwordStrength(password: string): number {
  if (password.length === 0) return 0
  if (password.length < 8 || /^(.)\1*$/su.test(password)) return 1
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length
  const length = password.length >= 20 ? 3 : password.length >= 14 ? 2 : password.length >= 11 ? 1 : 0
  return Math.min(4, 1 + length + (kinds >= 3 ? 1 : 0) + (kinds >= 2 && length > 0 ? 1 : 0))
}

export function PasswordMeter({ password }: { password: string }) {
  const t = useText()
  const strength = passwordStrength(password)
  return (
    <div role="img" aria-label={t(WORDS[strength] ?? '')} className="mt-2 grid grid-cols-4 gap-1">
      {STEPS.map((step) => (
        <i
          key={step}
          className={cn(
            'h-[3px] rounded-full transition-colors duration-[180ms]',
            step > strength
              ? 'bg-surface-3'
              : strength === 1
                ? 'bg-danger'
                : strength === 2
                  ? 'bg-warning'
                  : 'bg-positive',
          )}
        />
      ))}
    </div>
  )
}
