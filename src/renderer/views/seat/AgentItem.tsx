/** @file One agent of the list: name, role, PIN, gone or back. Core says who may change what. */
import { useState, type FormEvent } from 'react'
import { Role, type ListedAgent } from '../../../shared/domain/agent.ts'
import { writtenAt } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { isWholePin, PinField } from './PinField.tsx'
import form from '../../ui/Form.module.css'
import styles from './AgentsDialog.module.css'

export function RoleSelect({
  role,
  label,
  disabled = false,
  onRole,
}: {
  role: Role
  label?: string
  disabled?: boolean
  onRole: (role: Role) => void
}) {
  return (
    <select
      className={form['select']}
      aria-label={label}
      disabled={disabled}
      value={role}
      onChange={(event) => onRole(Role.parse(event.target.value))}
    >
      {Role.options.map((one) => (
        <option key={one} value={one}>
          {t(`role.${one}`)}
        </option>
      ))}
    </select>
  )
}

function NameForm({ agent, onDone }: { agent: ListedAgent; onDone: () => void }) {
  const c = useConsole()
  const [name, setName] = useState(agent.name)
  const [initials, setInitials] = useState(agent.initials)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    c.attempt(async () => {
      await c.call('agent.rename', { agentId: agent.id, name: name.trim(), initials: initials.trim() })
      c.say(t('said.agent-kept', { name: name.trim() }), { undoable: true })
      onDone()
    })
  }
  return (
    <form className={styles['edit']} onSubmit={keep}>
      <Field label={t('agent.name')} value={name} maxLength={60} autoFocus onText={setName} />
      <Field label={t('agent.initials')} value={initials} maxLength={4} onText={setInitials} />
      <Button onClick={onDone}>{t('app.cancel')}</Button>
      <Button look="primary" type="submit" disabled={name.trim() === '' || initials.trim() === ''}>
        {t('agents.keep')}
      </Button>
    </form>
  )
}

/** A lead resets another's without the old one; everybody else types the one that they have. */
function PinForm({ agent, onDone }: { agent: ListedAgent; onDone: () => void }) {
  const c = useConsole()
  const here = useRows((rows) => rows.session?.agent ?? null)
  const [current, setCurrent] = useState('')
  const [pin, setPin] = useState('')
  const asksCurrent = agent.hasPin && (here?.role !== 'lead' || here.id === agent.id)
  const set = (next: string | null) =>
    c.attempt(async () => {
      await c.call('agent.set-pin', {
        agentId: agent.id,
        pin: next,
        ...(asksCurrent ? { current } : {}),
      })
      c.say(t(next === null ? 'said.pin-gone' : 'said.pin-set', { name: agent.name }))
      onDone()
    })
  const isReady = !asksCurrent || isWholePin(current)
  return (
    <form
      className={styles['edit']}
      onSubmit={(event) => {
        event.preventDefault()
        set(pin)
      }}
    >
      {asksCurrent && <PinField label={t('agents.pin.current')} value={current} onText={setCurrent} />}
      <PinField label={t('agents.pin.new')} value={pin} onText={setPin} />
      <Button onClick={onDone}>{t('app.cancel')}</Button>
      {agent.hasPin && (
        <Button disabled={!isReady} onClick={() => set(null)}>
          {t('agents.pin.remove')}
        </Button>
      )}
      <Button look="primary" type="submit" disabled={!isReady || !isWholePin(pin)}>
        {t('agents.pin.set')}
      </Button>
    </form>
  )
}

export function AgentItem({ agent }: { agent: ListedAgent }) {
  const c = useConsole()
  const [editing, setEditing] = useState<'name' | 'pin' | null>(null)
  const { id: agentId, name } = agent
  const done = () => setEditing(null)
  const change = (action: () => Promise<unknown>) =>
    c.attempt(async () => {
      await action()
      c.say(t('said.agent-kept', { name }), { undoable: true })
    })
  return (
    <li className={styles['item']}>
      <div className={styles['facts']}>
        <b className={styles['name']}>{name}</b>
        <span className={styles['initials']}>{agent.initials}</span>
        {agent.isHere && <Tag tone="good">{t('seat.here')}</Tag>}
        {agent.hasPin && <Tag>{t('agents.has-pin')}</Tag>}
        {agent.isRetired && <Tag>{t('agents.retired')}</Tag>}
        {!agent.isHere && agent.seenAt !== null && (
          <span className={styles['seen']}>{t('seat.seen', { time: writtenAt(c.now(), agent.seenAt) })}</span>
        )}
        <span className={styles['ways']}>
          {agent.isRetired ? (
            <Button look="quiet" onClick={() => change(() => c.call('agent.return', { agentId }))}>
              {t('agents.return')}
            </Button>
          ) : (
            <>
              <RoleSelect
                role={agent.role}
                label={t('agents.role.name', { name })}
                onRole={(role) => change(() => c.call('agent.set-role', { agentId, role }))}
              />
              <Button look="quiet" onClick={() => setEditing('name')}>
                {t('agents.rename')}
              </Button>
              <Button look="quiet" onClick={() => setEditing('pin')}>
                {t(agent.hasPin ? 'agents.pin.change' : 'agents.pin.give')}
              </Button>
              <Button look="quiet" onClick={() => change(() => c.call('agent.retire', { agentId }))}>
                {t('agents.retire')}
              </Button>
            </>
          )}
        </span>
      </div>
      {editing === 'name' && <NameForm agent={agent} onDone={done} />}
      {editing === 'pin' && <PinForm agent={agent} onDone={done} />}
    </li>
  )
}
