/** @file The status bar: what keys do here, who is at the keyboard, and what happened last with its Undo. */
import { BellRing, OctagonX, User } from 'lucide-react'
import { useEffect } from 'react'
import type { CommandId } from '../../shared/commands.ts'
import type { MessageKey } from '../../shared/messages/en.ts'
import { isStopped } from '../state/rows.ts'
import { secondsLeft } from '../time.ts'
import { t } from '../words.ts'
import { Hidden } from '../ui/Hidden.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { useCommand, useConsole, useRows, useSession, useTimed } from './console-context.ts'
import type { Said } from '../state/session.ts'
import { afterHold } from './after-hold.ts'
import { ClientSafeMark } from './ClientSafe.tsx'
import { useAlerts } from './rules/use-rules.ts'
import styles from './StatusBar.module.css'

const inDeck: readonly (readonly [CommandId, MessageKey, CommandId?])[] = [
  ['row.next', 'bar.move', 'row.previous'],
  ['column.previous', 'bar.column', 'column.next'],
  ['reply.public', 'bar.reply'],
  ['reply.dm', 'bar.dm'],
  ['reply.note', 'bar.note'],
  ['ticket.solve', 'bar.solve'],
  ['undo.last', 'bar.undo'],
]
/** In a window without columns. */
const inTicket = inDeck.filter(([id]) => !id.startsWith('row.') && !id.startsWith('column.'))
const inComposer: typeof inDeck = [
  ['reply.send', 'bar.send'],
  ['reply.send-and-solve', 'bar.send-solve'],
  ['layer.close', 'bar.back'],
]

function Hint({ id, words, second }: { id: CommandId; words: MessageKey; second?: CommandId | undefined }) {
  const first = useCommand(id)
  const other = useCommand(second ?? id)
  return (
    <span className={styles['hint']}>
      <Kbd keys={second === undefined ? first.keys : [...first.keys, ...other.keys]} />
      {t(words)}
    </span>
  )
}

function Last({ said }: { said: Said }) {
  const undo = useCommand('undo.last')
  const { leaves, text } = said
  const stopped = useRows(isStopped)
  const after = useRows((rows) => (leaves ? afterHold(rows, leaves) : 'said.left'))
  const words = useTimed((now) => {
    if (!leaves) return text
    if (stopped) return t('said.stopped')
    const seconds = secondsLeft(now, leaves.at)
    return seconds > 0 ? t('said.leaves', { name: leaves.name, seconds }) : t(after, { name: leaves.name })
  })
  return (
    <>
      {/* A countdown that is read aloud every second helps nobody. */}
      {leaves && <Hidden>{text}</Hidden>}
      <span className={styles['words']} aria-hidden={leaves !== null}>
        {words}
      </span>
      {said.undoable && (
        <button type="button" className={styles['undo']} aria-keyshortcuts={undo.aria} onClick={undo.run}>
          {t('bar.undo.action')} <Kbd keys={undo.keys} />
        </button>
      )}
    </>
  )
}

/** Freezes everything outgoing; once it is, the bar above says so, and this leads to what is held. */
function StopButton() {
  const stop = useCommand('outbox.stop')
  const list = useCommand('outbox.release-list')
  const stopped = useRows(isStopped)
  const { run, keys, aria } = stopped ? list : stop
  return (
    <button
      type="button"
      className={styles['stop']}
      aria-keyshortcuts={aria}
      aria-label={t(stopped ? 'bar.stopped.name' : 'command.outbox.stop')}
      title={[t(stopped ? 'bar.stopped.name' : 'command.outbox.stop'), ...keys].join('  ')}
      onClick={run}
    >
      <OctagonX size={13} aria-hidden="true" />
      {t(stopped ? 'bar.stopped' : 'bar.stop')}
    </button>
  )
}

/** What somebody has to know and nobody looked at; nothing where there is none. */
function AlertButton() {
  const show = useCommand('alert.show')
  const count = useAlerts()?.filter(({ seenAt }) => seenAt === null).length ?? 0
  if (count === 0) return null
  return (
    <button
      type="button"
      className={styles['alerts']}
      aria-keyshortcuts={show.aria}
      aria-label={t('alerts.bar.name', { count })}
      title={[t('command.alert.show'), ...show.keys].join('  ')}
      onClick={show.run}
    >
      <BellRing size={13} aria-hidden="true" />
      {t('alerts.bar', { count })}
    </button>
  )
}

/** How long a key that was just learned stays in sight. */
const lessonMs = 8_000

/** The key of what was just done by mouse. */
function Lesson({ id }: { id: CommandId }) {
  const c = useConsole()
  const { keys } = useCommand(id)
  useEffect(() => c.clock.after(lessonMs, () => c.session.setState({ lesson: null })), [c, id])
  return (
    <div className={styles['lesson']}>
      {t('bar.lesson')} <Kbd keys={keys} /> {t(`command.${id}`)}
    </div>
  )
}

export function StatusBar() {
  const said = useSession((session) => session.said)
  const area = useSession((session) => session.area)
  const lesson = useSession((session) => session.lesson)
  const agent = useRows((rows) => rows.session?.agent ?? null)
  const sit = useCommand('agent.sit')
  const isTicketAlone = useSession((session) => session.view.kind === 'ticket')
  const hints = area === 'composer' ? inComposer : isTicketAlone ? inTicket : inDeck
  return (
    <footer className={styles['bar']} aria-label={t('bar.label')}>
      {lesson ? (
        <Lesson id={lesson} />
      ) : (
        <div className={styles['hints']} aria-hidden="true">
          {hints.map(([id, words, second]) => (
            <Hint key={id} id={id} words={words} second={second} />
          ))}
        </div>
      )}
      {/* However short the room, the way to all keys stays. */}
      {area !== 'composer' && (
        <div className={styles['all']} aria-hidden="true">
          <Hint id="view.cheat-sheet" words="bar.all-keys" />
        </div>
      )}
      <div className={styles['last']} role="status">
        {said && <Last said={said} />}
      </div>
      <ClientSafeMark />
      <AlertButton />
      <StopButton />
      <button
        type="button"
        className={styles['agent']}
        aria-label={agent ? t('bar.agent', { name: agent.name }) : t('bar.nobody')}
        title={t('command.agent.sit')}
        onClick={sit.run}
      >
        <User size={13} aria-hidden="true" />
        {agent === null
          ? t('bar.nobody')
          : agent.role === 'trainee'
            ? t('bar.trainee', { name: agent.name })
            : agent.name}
      </button>
    </footer>
  )
}
