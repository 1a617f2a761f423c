import {
  Check,
  ListMusic,
  Lock,
  LogIn,
  LogOut,
  type LucideIcon,
  Pencil,
  Repeat,
  Shield,
  SkipForward,
  Timer,
  Trash2,
  UserPlus,
} from 'lucide-react'
import { browserText } from '@/components/language/browser-text'
import { showToast } from '@/components/ui/toaster'
import { isNarrow } from './narrow'
import type { Notice } from './room-notices'

const NOTICE_ICONS: Record<Notice['kind'], LucideIcon> = {
  added: ListMusic,
  removed: Trash2,
  joined: UserPlus,
  left: LogOut,
  role: Shield,
  lock: Lock,
  room: Pencil,
}

/** Refusals by a rule of the room: nothing is broken. */
const RULE_ICONS: Record<string, LucideIcon> = {
  forbidden: Lock,
  no_take_over: Lock,
  no_skip_vote: Lock,
  too_soon: Timer,
  too_long: Timer,
  explicit_song: Lock,
  too_many_waiting: ListMusic,
  played_lately: Repeat,
  already_queued: ListMusic,
  not_signed_in: LogIn,
}

/** What happened, and the way back. One toast of a kind at a time: a burst shows as its latest. */
export const say = {
  done: (text: string) => void showToast(text, { id: 'done', kind: 'good', icon: Check }),
  /** In a tab of its own: leaving this one would stop the music. */
  saved: (text: string, href: string) =>
    void showToast(text, {
      kind: 'good',
      action: { label: browserText()('Open'), onClick: () => window.open(href, '_blank', 'noopener') },
    }),
  removed: (text: string, undo?: () => void) =>
    void showToast(text, {
      icon: Trash2,
      ...(undo ? { action: { label: browserText()('Undo'), onClick: undo } } : {}),
    }),
  notice: ({ kind, text }: Notice) => {
    // Where the chat is on the screen, it tells of arrivals.
    if (kind !== 'joined' || isNarrow()) showToast(text, { id: `notice-${kind}`, icon: NOTICE_ICONS[kind] })
  },
  skipVote: (text: string, skipToo?: () => void) =>
    void showToast(text, {
      id: 'skip-vote',
      icon: SkipForward,
      ...(skipToo ? { action: { label: browserText()('Skip too'), onClick: skipToo } } : {}),
    }),
  refusal: ({ code, message }: { code: string; message: string }) =>
    void showToast(message, {
      id: `refusal-${code}`,
      ...(RULE_ICONS[code] ? { kind: 'warn', icon: RULE_ICONS[code] } : { kind: 'bad' }),
      ...(code === 'not_signed_in' ? { action: { label: browserText()('Sign in'), onClick: signIn } } : {}),
    }),
}

/** In a tab of its own, like everything that leads out of a room. */
const signIn = () => void window.open(`/login?next=${encodeURIComponent(location.pathname)}`, '_blank', 'noopener')
