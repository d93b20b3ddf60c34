/** @file The ticket's frame in the pane: one strip of what agents decided, each a button that changes it, and its lines. */
import {
  AtSign,
  CalendarClock,
  Hourglass,
  ListChecks,
  Moon,
  PhoneForwarded,
  Plus,
  ScrollText,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommandId } from '../../../shared/commands.ts'
import type { TicketDetail } from '../../../shared/domain/ticket.ts'
import { tag } from '../../commands/desk.ts'
import { t } from '../../words.ts'
import { useCommand, useConsole, useRows } from '../console-context.ts'
import { frameLines } from './frame-lines.ts'
import styles from './TicketFrame.module.css'

/** A part of the strip: what is so, and a press changes it. */
function Part({
  id,
  name,
  look = '',
  children,
}: {
  id: CommandId
  name: string
  look?: string
  children: ReactNode
}) {
  const { run, keys, aria } = useCommand(id)
  return (
    <button
      type="button"
      className={`${styles['part']} ${look}`}
      aria-label={name}
      aria-keyshortcuts={aria}
      title={[name, ...keys].join('  ')}
      onClick={run}
    >
      {children}
    </button>
  )
}

function Owner({ detail }: { detail: TicketDetail }) {
  const { owner, followers, following } = detail.desk
  const others = followers.map(({ name }) => name).join(', ')
  const followed = following
    ? t('desk.following')
    : others === ''
      ? ''
      : t('desk.followers', { names: others })
  const name = [owner ? t('desk.owner.name', { name: owner.name }) : t('desk.owner.none'), followed]
  return (
    <Part id="ticket.assign" name={name.filter((words) => words !== '').join(t('app.separator'))}>
      {/* A drawing of the name beside it: no words of the button. */}
      {owner && <span className={styles['initials']} data-initials={owner.initials} aria-hidden="true" />}
      <bdi className={styles['owner']}>{owner ? owner.name : t('desk.owner.none')}</bdi>
      {followers.length > 0 && (
        <span className={styles['more']}>{t('tag.more', { count: followers.length })}</span>
      )}
    </Part>
  )
}

function Labels({ detail }: { detail: TicketDetail }) {
  const c = useConsole()
  const { ticketId, desk } = detail.card
  return (
    <>
      {desk.tags.map((label) => (
        <button
          key={label}
          type="button"
          className={`${styles['part']} ${styles['label']}`}
          title={t('desk.label.remove', { label })}
          aria-label={t('desk.label.remove', { label })}
          onClick={() => tag(c, [ticketId], label, false)}
        >
          <bdi>{label}</bdi>
        </button>
      ))}
      <Part id="ticket.tag" name={t('command.ticket.tag')}>
        <Plus size={11} aria-hidden="true" />
        {desk.tags.length === 0 && t('desk.add-label')}
      </Part>
    </>
  )
}

/** Only where there is something to choose. */
function Handle({ detail }: { detail: TicketDetail }) {
  const { brandId } = detail.card
  const many = useRows((rows) => (rows.brands.find(({ id }) => id === brandId)?.handles.length ?? 0) > 1)
  if (!many) return null
  return (
    <Part id="ticket.move-handle" name={t('command.ticket.move-handle')}>
      <AtSign size={11} aria-hidden="true" />
      <bdi>{detail.routes.username}</bdi>
    </Part>
  )
}

const priorityLook = { urgent: 'bad', high: 'warn', normal: 'plain', low: 'plain' } as const

export function TicketFrame({ detail }: { detail: TicketDetail }) {
  const { priority } = detail.card.desk
  return (
    <section className={styles['frame']} aria-label={t('desk.label')}>
      <div className={styles['strip']}>
        <Owner detail={detail} />
        <Part
          id="ticket.prioritise"
          name={t('desk.priority.name', { priority: t(`priority.${priority}`) })}
          look={styles[priorityLook[priority]] ?? ''}
        >
          {t(`priority.${priority}`)}
        </Part>
        <Labels detail={detail} />
        <Handle detail={detail} />
        <span className={styles['end']}>
          <Part id="ticket.snooze" name={t('command.ticket.snooze')}>
            <Moon size={13} aria-hidden="true" />
          </Part>
          <Part id="ticket.follow-up" name={t('command.ticket.follow-up')}>
            <CalendarClock size={13} aria-hidden="true" />
          </Part>
          <Part id="ticket.promise" name={t('command.ticket.promise')}>
            <Hourglass size={13} aria-hidden="true" />
          </Part>
          <Part id="ticket.hand-off" name={t('command.ticket.hand-off')}>
            <PhoneForwarded size={13} aria-hidden="true" />
          </Part>
          <Part id="ticket.fields" name={t('command.ticket.fields')}>
            <ListChecks size={13} aria-hidden="true" />
          </Part>
          <Part id="ticket.history" name={t('command.ticket.history')}>
            <ScrollText size={13} aria-hidden="true" />
          </Part>
        </span>
      </div>
      {frameLines.map((Line, n) => (
        <Line key={n} detail={detail} />
      ))}
    </section>
  )
}
