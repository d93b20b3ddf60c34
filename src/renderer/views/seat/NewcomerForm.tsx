/** @file Somebody who is not on the list says who they are. The first of all is the lead. */
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { initialsOf } from '../../ui/initials.ts'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import form from '../../ui/Form.module.css'

export function NewcomerForm({
  isFirst,
  onDone,
  onSkip,
}: {
  isFirst: boolean
  onDone: () => void
  onSkip: () => void
}) {
  const c = useConsole()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const initials = typed ?? initialsOf(name)
  useEffect(() => field.current?.focus(), [])
  const sit = (event: FormEvent) => {
    event.preventDefault()
    c.attempt(async () => {
      const seated = await c.call('agent.sit', { name: name.trim(), initials: initials.trim() })
      onDone()
      c.say(t('said.welcome', { name: seated.name }))
    })
  }
  return (
    <form className={form['form']} onSubmit={sit}>
      <p>{t('agent.why')}</p>
      {isFirst && <p>{t('seat.first')}</p>}
      <Field label={t('agent.name')} value={name} maxLength={60} ref={field} onText={setName} />
      <Field label={t('agent.initials')} value={initials} maxLength={4} onText={setTyped} />
      <div className={form['actions']}>
        <Button look="quiet" onClick={onSkip}>
          {t(isFirst ? 'agent.skip' : 'app.back')}
        </Button>
        <Button look="primary" type="submit" disabled={name.trim() === '' || initials.trim() === ''}>
          {t('agent.save')}
        </Button>
      </div>
    </form>
  )
}
