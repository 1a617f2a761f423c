'use client'
import { X } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { showToast } from '@/components/ui/toaster'
import type { Preferences } from '@/lib/preferences/schema'
import { ok, type Result } from '@/lib/result'
import { changeInTurn } from './change-in-turn'
import { HideExplicit } from './hide-explicit'

type Lists = Pick<Preferences, 'favoriteArtists' | 'favoriteGenres'>
type Chosen = Lists & Pick<Preferences, 'hidesExplicit'>

/** Artists and genres that have a shelf of their own on the home page, and what is left out. `genres` are those that songs here have. */
export function Taste({ initial, genres }: { initial: Chosen; genres: string[] }) {
  const t = useText()
  return (
    <div className="grid grid-cols-1 gap-6">
      <Names list="favoriteArtists" label={t('Artists')} initial={initial.favoriteArtists} placeholder="Tin Orchard" />
      <Names
        list="favoriteGenres"
        label={t('Genres')}
        initial={initial.favoriteGenres}
        placeholder="Ambient"
        offered={genres}
      />
      <HideExplicit initial={initial.hidesExplicit} />
    </div>
  )
}

function Names({
  list,
  label,
  initial,
  placeholder,
  offered = [],
}: {
  list: keyof Lists
  label: string
  initial: string[]
  placeholder: string
  offered?: string[]
}) {
  const t = useText()
  const offeredId = useId()
  const [names, setNames] = useState(initial)
  const [error, setError] = useState<string | null>(null)
  const [change] = useState(() => changeInTurn({ initial, save: (next) => saveNames(list, next), show: setNames }))

  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const name = String(new FormData(form).get('name')).trim()
    if (!name) return
    form.reset()
    if (names.some((one) => isSame(one, name))) return showToast(t('{name} is there already', { name }))
    setError(null)
    const saved = await change((before) => [...before, name])
    if (saved.ok) return
    setError(saved.refusal.message)
    const field = form.elements.namedItem('name')
    // To be mended there, unless the next one is being typed.
    if (field instanceof HTMLInputElement && !field.value) field.value = name
  }
  const takeOut = async (name: string) => {
    setError(null)
    const saved = await change((before) => before.filter((one) => !isSame(one, name)))
    if (!saved.ok) setError(saved.refusal.message)
  }
  return (
    <div>
      <form onSubmit={add} noValidate className="flex max-w-[420px] items-start gap-2">
        <Field
          label={label}
          name="name"
          placeholder={placeholder}
          list={offered.length > 0 ? offeredId : undefined}
          autoComplete="off"
          maxLength={list === 'favoriteArtists' ? 255 : 50}
          error={error}
          onChange={() => setError(null)}
          className="min-w-0 flex-1"
        />
        {offered.length > 0 && (
          <datalist id={offeredId}>
            {offered.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        )}
        <Button type="submit" variant="line" className="mt-[26px] h-11">
          {t('Add')}
        </Button>
      </form>
      {names.length > 0 && (
        <ul aria-label={label} className="mt-3 flex flex-wrap gap-2">
          {names.map((name) => (
            <li
              key={name}
              className="flex h-8 max-w-full items-center gap-1 rounded-full bg-surface-2 pr-1 pl-3 text-sm"
            >
              <span className="truncate">{name}</span>
              <button
                type="button"
                aria-label={t('Take {name} out', { name })}
                onClick={() => void takeOut(name)}
                className="touch-target grid size-6 flex-none place-items-center rounded-full text-text-3 hover:bg-surface-3 hover:text-text-1"
              >
                <X aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Answers with the names as the catalogue writes them. */
async function saveNames(list: keyof Lists, names: string[]): Promise<Result<string[]>> {
  const saved = await call('patch', '/api/me/preferences', { body: { [list]: names } })
  return saved.ok ? ok(saved.value[list]) : saved
}

// One that is still on its way may come back written otherwise.
const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
