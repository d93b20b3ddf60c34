/** @file What is chosen together and what can be done with it, above the foot of the deck. */
import type { CommandId } from '../../shared/commands.ts'
import { contextOf } from '../commands/context.ts'
import { registry } from '../commands/registry.ts'
import { Button } from '../ui/Button.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { t } from '../words.ts'
import { useCommand, useConsole, useRows, useSession } from './console-context.ts'
import styles from './SelectionBar.module.css'

/** What is offered for many tickets, the most usual first; the palette has the rest. */
const offered: readonly CommandId[] = [
  'ticket.solve',
  'ticket.no-reply-needed',
  'reply.public',
  'ticket.set-status',
  'ticket.assign',
  'ticket.tag',
  'ticket.prioritise',
  'ticket.snooze',
  'ticket.reopen',
]

function Offer({ id }: { id: CommandId }) {
  const c = useConsole()
  const { run, keys, aria } = useCommand(id)
  // Rows and session decide; both are read so that the button comes and goes with them.
  useRows((rows) => rows.rows)
  useSession((session) => session.selection)
  if (!registry[id].when(contextOf(c.rows.getState(), { ...c.session.getState(), area: 'deck' }, '')))
    return null
  return (
    <Button
      look="quiet"
      aria-keyshortcuts={aria}
      onClick={() => {
        c.session.setState({ area: 'deck' })
        run()
      }}
    >
      {t(`command.${id}`)} <Kbd keys={keys} />
    </Button>
  )
}

/** Chosen tickets that are answered one after the other. */
function RoundBar({ left }: { left: number }) {
  const c = useConsole()
  const skip = useCommand('round.skip')
  return (
    <section className={styles['bar']} aria-label={t('selection.label')}>
      <b className={styles['count']} role="status">
        {t('round.left', { count: left })}
      </b>
      <div className={styles['offers']}>
        <Button look="quiet" aria-keyshortcuts={skip.aria} onClick={skip.run}>
          {t('command.round.skip')} <Kbd keys={skip.keys} />
        </Button>
      </div>
      <Button look="quiet" onClick={() => c.session.setState({ round: null })}>
        {t('round.end')}
      </Button>
    </section>
  )
}

export function SelectionBar() {
  const round = useSession((session) => session.round)
  const count = useSession((session) => session.selection?.length ?? 0)
  const none = useCommand('select.none')
  if (round !== null) return <RoundBar left={round.left.length} />
  if (count === 0) return null
  return (
    <section className={styles['bar']} aria-label={t('selection.label')}>
      <b className={styles['count']} role="status">
        {t('selection.count', { count })}
      </b>
      <div className={styles['offers']}>
        {offered.map((id) => (
          <Offer key={id} id={id} />
        ))}
      </div>
      <Button look="quiet" onClick={none.run}>
        {t('selection.clear')} <Kbd keys={['Esc']} />
      </Button>
    </section>
  )
}
