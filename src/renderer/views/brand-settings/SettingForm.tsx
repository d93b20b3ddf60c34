/** @file The form of a setting that is kept as a whole, with its button; it is kept when it is right and another one. */
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import form from '../../ui/Form.module.css'

type Props<T> = {
  /** What is kept now. */
  kept: T
  /** As its schema reads what was typed; null: it refuses it. */
  typed: T | null
  onKeep: (typed: T) => void
  children: ReactNode
}

export function SettingForm<T>({ kept, typed, onKeep, children }: Props<T>) {
  const isNew = typed !== null && JSON.stringify(typed) !== JSON.stringify(kept)
  return (
    <form
      className={form['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== null) onKeep(typed)
      }}
    >
      {children}
      <div className={form['actions']}>
        <Button look="primary" type="submit" disabled={!isNew}>
          {t('macros.form.save')}
        </Button>
      </div>
    </form>
  )
}
