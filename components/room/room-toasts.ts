import {
  Check,
  ListMusic,
  Lock,
  LogOut,
  type LucideIcon,
  Pencil,
  Shield,
  SkipForward,
  Trash2,
  UserPlus,
} from 'lucide-react'
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

/** What happened, and the way back. One toast of a kind at a time: a burst shows as its latest. */
export const say = {
  done: (text: string) => void showToast(text, { id: 'done', kind: 'good', icon: Check }),
  removed: (text: string, undo?: () => void) =>
    void showToast(text, { icon: Trash2, ...(undo ? { action: { label: 'Undo', onClick: undo } } : {}) }),
  notice: ({ kind, text }: Notice) => {
    // Where the chat is on the screen, it tells of arrivals.
    if (kind !== 'joined' || isNarrow()) showToast(text, { id: `notice-${kind}`, icon: NOTICE_ICONS[kind] })
  },
  skipVote: (text: string, skipToo?: () => void) =>
    void showToast(text, {
      id: 'skip-vote',
      icon: SkipForward,
      ...(skipToo ? { action: { label: 'Skip too', onClick: skipToo } } : {}),
    }),
  refusal: ({ code, message }: { code: string; message: string }) =>
    void showToast(
      message,
      code === 'forbidden' ? { id: code, kind: 'warn', icon: Lock } : { id: `refusal-${code}`, kind: 'bad' },
    ),
}
