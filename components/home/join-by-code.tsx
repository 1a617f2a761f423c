'use client'
import { useId } from 'react'
import { useText } from '#text'
import { CodeBoxes } from '@/components/ui/code-boxes'
import { FieldError } from '@/components/ui/field'
import { Pulse } from '@/components/ui/pulse'
import { useJoinCode } from './use-join-code'

/** Six boxes that look the room up with the sixth character, and go there. */
export function JoinByCode() {
  const t = useText()
  const { code, setCode, error, isLooking, join } = useJoinCode()
  const errorId = useId()
  return (
    <div className="relative max-sm:w-full">
      <div className="flex items-center gap-3">
        <CodeBoxes
          value={code}
          onChange={setCode}
          onComplete={join}
          isInvalid={error !== null}
          describedBy={errorId}
          className="max-sm:w-full"
        />
        <span role="status" className="max-sm:absolute max-sm:top-full max-sm:mt-2">
          {isLooking && (
            <>
              <Pulse state="wait" className="text-text-2" />
              <span className="sr-only">{t('Looking for the room')}</span>
            </>
          )}
        </span>
      </div>
      <div id={errorId} aria-live="polite" className="sm:absolute sm:top-full sm:left-0 sm:w-[380px]">
        {error && <FieldError>{error}</FieldError>}
      </div>
    </div>
  )
}
