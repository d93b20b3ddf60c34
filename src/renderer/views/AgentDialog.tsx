/** @file Asks who is at the keyboard: at the first start, and whenever somebody else sits down. */
import { useRef, useState, type FormEvent } from 'react'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { initialsOf } from '../ui/initials.ts'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { useConsole, useRows } from './console-context.ts'
import form from '../ui/Form.module.css'

export function AgentDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const asked = useRows((rows) => rows.session?.agentAsked ?? true)
  const agent = useRows((rows) => rows.session?.agent ?? null)
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(agent?.name ?? '')
  const [typed, setTyped] = useState<string | null>(agent?.initials ?? null)
  const initials = typed ?? initialsOf(name)

  const skip = () => {
    onClose()
    if (!asked) c.attempt(() => c.call('agent.skip', {}))
  }
  const sit = (event: FormEvent) => {
    event.preventDefault()
    c.attempt(async () => {
      const seated = await c.call('agent.sit', { name: name.trim(), initials: initials.trim() })
      onClose()
      c.say(t('said.welcome', { name: seated.name }))
    })
  }
  return (
    <Modal title={t('agent.label')} onClose={skip} look="corner" first={field}>
      <form className={form['form']} onSubmit={sit}>
        <p>{t('agent.why')}</p>
        <Field label={t('agent.name')} value={name} maxLength={60} ref={field} onText={setName} />
        <Field label={t('agent.initials')} value={initials} maxLength={4} onText={setTyped} />
        <div className={form['actions']}>
          <Button look="quiet" onClick={skip}>
            {t('agent.skip')}
          </Button>
          <Button look="primary" type="submit" disabled={name.trim() === '' || initials.trim() === ''}>
            {t('agent.save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
