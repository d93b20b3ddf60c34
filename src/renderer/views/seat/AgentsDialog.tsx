/** @file Who works here: roles, PINs, who is gone, who is new, and after how long the seat asks again. */
import { useState, type FormEvent } from 'react'
import { Role } from '../../../shared/domain/agent.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { initialsOf } from '../../ui/initials.ts'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { AgentItem, RoleSelect } from './AgentItem.tsx'
import { isWholePin, PinField } from './PinField.tsx'
import form from '../../ui/Form.module.css'
import styles from './AgentsDialog.module.css'

function NewAgent() {
  const c = useConsole()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('agent')
  const [pin, setPin] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    c.attempt(async () => {
      const agent = { name: name.trim(), initials: initialsOf(name.trim()), role }
      await c.call('agent.add', pin === '' ? agent : { ...agent, pin })
      setName('')
      setPin('')
      c.say(t('said.agent-added', { name: agent.name }), { undoable: true })
    })
  }
  return (
    <form className={styles['new']} onSubmit={add}>
      <Field label={t('agents.new')} value={name} maxLength={60} onText={setName} />
      <label className={form['label']}>
        {t('agents.role')}
        <RoleSelect role={role} onRole={setRole} />
      </label>
      <PinField label={t('agents.pin.maybe')} value={pin} onText={setPin} />
      <Button type="submit" disabled={name.trim() === '' || (pin !== '' && !isWholePin(pin))}>
        {t('agents.add')}
      </Button>
    </form>
  )
}

const idleChoices = [0, 5, 15, 30, 60, 120] as const

export function AgentsDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const session = useRows((rows) => rows.session)
  if (!session) return null
  const minutes = session.idleMinutes
  const choices = [...new Set<number>([...idleChoices, minutes])].toSorted((a, b) => a - b)
  return (
    <Modal title={t('agents.label')} onClose={onClose} look="wide">
      <div className={form['form']}>
        <p>{t('agents.why')}</p>
        <ul className={styles['list']}>
          {session.agents.map((agent) => (
            <AgentItem key={agent.id} agent={agent} />
          ))}
        </ul>
        <NewAgent />
        <label className={form['label']}>
          {t('agents.idle')}
          <select
            className={form['select']}
            value={minutes}
            onChange={(event) => {
              const chosen = Number(event.target.value)
              c.attempt(() => c.call('agent.idle-after', { minutes: chosen }))
            }}
          >
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {t('agents.idle.minutes', { minutes: choice })}
              </option>
            ))}
          </select>
        </label>
      </div>
    </Modal>
  )
}
