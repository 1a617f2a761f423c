'use client'
import { Eye, EyeOff, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#text'
import { Field, type FieldProps } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'

export function PasswordField(props: Omit<FieldProps, 'type' | 'icon' | 'trailing'>) {
  const t = useText()
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <Field
      {...props}
      type={isShown ? 'text' : 'password'}
      icon={KeyRound}
      autoCapitalize="none"
      spellCheck={false}
      trailing={
        <IconButton
          label={isShown ? t('Hide password') : t('Show password')}
          size="sm"
          className="-mr-2 hover:bg-surface-3"
          onClick={() => setShown(!isShown)}
        >
          <Icon aria-hidden="true" strokeWidth={1.75} />
        </IconButton>
      }
    />
  )
}
