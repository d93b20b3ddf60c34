/**
 * @file Asks who is at the keyboard: at the start, when somebody else sits down, and after nobody touched a key for a
 * while. A number chooses; who has a PIN types it.
 */
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { ListedAgent } from '../../../shared/domain/agent.ts'
import { writtenAt } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { Choice, type Option } from '../Choice.tsx'
import { useConsole, useRows } from '../console-context.ts'
import { NewcomerForm } from './NewcomerForm.tsx'
import { isWholePin, PinField } from './PinField.tsx'
import form from '../../ui/Form.module.css'

const somebodyElse = 'somebody-else'
const manage = 'manage'
const none: readonly ListedAgent[] = []

function PinForm({ agent, onDone, onBack }: { agent: ListedAgent; onDone: () => void; onBack: () => void }) {
  const c = useConsole()
  const field = useRef<HTMLInputElement>(null)
  const [pin, setPin] = useState('')
  useEffect(() => field.current?.focus(), [])
  const sit = (event: FormEvent) => {
    event.preventDefault()
    setPin('')
    c.attempt(async () => {
      await c.call('agent.sit', { agentId: agent.id, pin })
      onDone()
      c.say(t('said.welcome', { name: agent.name }))
    })
  }
  return (
    <form className={form['form']} onSubmit={sit}>
      <PinField label={t('seat.pin', { name: agent.name })} value={pin} onText={setPin} field={field} />
      <div className={form['actions']}>
        <Button look="quiet" onClick={onBack}>
          {t('app.back')}
        </Button>
        <Button look="primary" type="submit" disabled={!isWholePin(pin)}>
          {t('agent.save')}
        </Button>
      </div>
    </form>
  )
}

export function SeatDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const session = useRows((rows) => rows.session)
  const [chosen, setChosen] = useState<ListedAgent | null>(null)
  const [isNew, setNew] = useState(false)
  const here = session?.agent ?? null
  const agents = (session?.agents ?? none).filter((agent) => !agent.isRetired)

  const skip = () => {
    onClose()
    if (session?.agentAsked === false) c.attempt(() => c.call('agent.skip', {}))
  }
  const choose = (id: string) => {
    if (id === somebodyElse) return setNew(true)
    if (id === manage) return c.session.setState({ overlay: { kind: 'agents' } })
    const agent = agents.find((one) => one.id === id)
    if (!agent) return
    // Who sits here already need not say so again.
    if (agent.hasPin && !agent.isHere) return setChosen(agent)
    onClose()
    if (!agent.isHere)
      c.attempt(async () => {
        await c.call('agent.sit', { agentId: agent.id })
        c.say(t('said.welcome', { name: agent.name }))
      })
  }
  const options: Option<string>[] = [
    ...agents.map((agent, index) => ({
      id: agent.id,
      letter: index < 9 ? `${index + 1}` : '',
      label: agent.name,
      why: [
        t(`role.${agent.role}`),
        agent.isHere
          ? t('seat.here')
          : agent.seenAt === null
            ? t('seat.never')
            : t('seat.seen', { time: writtenAt(c.now(), agent.seenAt) }),
      ].join(t('app.separator')),
    })),
    { id: somebodyElse, letter: 'n', label: t('seat.somebody-else') },
    { id: manage, letter: 'm', label: t('seat.manage') },
  ]
  return (
    <Modal title={t('agent.label')} onClose={skip} look="corner">
      {chosen !== null ? (
        <PinForm agent={chosen} onDone={onClose} onBack={() => setChosen(null)} />
      ) : isNew || agents.length === 0 ? (
        <NewcomerForm
          isFirst={agents.length === 0}
          onDone={onClose}
          onSkip={agents.length === 0 ? skip : () => setNew(false)}
        />
      ) : (
        <Choice label={t('agent.label')} options={options} current={here?.id ?? null} onChosen={choose} />
      )}
    </Modal>
  )
}
