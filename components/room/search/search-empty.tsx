'use client'

import { Upload } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import { Button } from '@/components/ui/button'
import { CommandEmpty } from '@/components/ui/command'
import { Empty } from '@/components/ui/empty'

export function NothingFound({ query }: { query: string }) {
  const t = useText()
  const { me } = useRoomContext().room
  const words = query.trim()
  return (
    <PaletteEmpty
      title={words ? t('Nothing sounds like “{query}”', { query: words }) : t('No songs here yet')}
      dots={[
        { x: -30, y: 31, is: 'away' },
        { x: 30, y: 31, is: 'away' },
      ]}
      action={
        !me.isGuest && (
          <Button variant="line" asChild>
            <a href="/upload" target="_blank" rel="noreferrer">
              <Upload aria-hidden="true" />
              {t('Upload a song')}
            </a>
          </Button>
        )
      }
    >
      {words && `${t('We also looked for close spellings.')} `}
      {me.isGuest ? t('Ask the host to upload it.') : t('Upload the file, and it plays in a moment.')}
    </PaletteEmpty>
  )
}

export function SearchFailed({ message, onRetry }: { message: string; onRetry: () => void }) {
  const t = useText()
  return (
    <PaletteEmpty
      title={t('The search did not answer')}
      dots={[{ x: -34, y: 31, is: 'late' }]}
      action={
        <Button variant="line" onClick={onRetry}>
          {t('Try again')}
        </Button>
      }
    >
      {message}
    </PaletteEmpty>
  )
}

/** An address was pasted where words are looked for. */
export function NoAddresses() {
  const t = useText()
  return (
    <PaletteEmpty
      title={t('Earshot plays no links here')}
      dots={[
        { x: -30, y: 31, is: 'away' },
        { x: 30, y: 31, is: 'away' },
      ]}
    >
      {t('Search for the song by its title, or upload the file.')}
    </PaletteEmpty>
  )
}

/** In place of rows. */
function PaletteEmpty(props: Omit<ComponentProps<typeof Empty>, 'isPanel' | 'heading'>) {
  return (
    <CommandEmpty asChild>
      <div>
        <Empty isPanel={false} heading="h3" {...props} />
      </div>
    </CommandEmpty>
  )
}
