/** @file The checklist beside the text, for what this ticket is: one line that opens. Ticks are the ticket's. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { PlaybooksSetting, PlaybookTick } from '../../../shared/domain/playbooks.ts'
import type { TicketDetail } from '../../../shared/domain/ticket.ts'
import { t } from '../../words.ts'
import { useCommand, useConsole, useSession } from '../console-context.ts'
import styles from './PlaybookLine.module.css'

/** Read when the ticket is, where there are steps. */
function useTicks(detail: TicketDetail, wanted: boolean): readonly PlaybookTick[] {
  const c = useConsole()
  const { ticketId } = detail.card
  const [ticks, setTicks] = useState<readonly PlaybookTick[]>([])
  useEffect(() => {
    if (!wanted) return
    let gone = false
    c.attempt(async () => {
      const read = await c.call('playbook.ticks', { ticketId })
      if (!gone) setTicks(read)
    })
    return () => {
      gone = true
    }
  }, [c, ticketId, wanted, detail])
  return ticks
}

export function PlaybookLine({ detail, playbooks }: { detail: TicketDetail; playbooks: PlaybooksSetting }) {
  const c = useConsole()
  const { ticketId, triage } = detail.card
  const steps = triage ? playbooks[triage.category] : []
  const ticks = useTicks(detail, steps.length > 0)
  const isOpen = useSession((session) => session.playbookOpen)
  const { aria, keys, run } = useCommand('playbook.show')
  const list = useRef<HTMLUListElement>(null)
  const was = useRef(isOpen)
  useEffect(() => {
    if (isOpen && !was.current)
      (
        list.current?.querySelector<HTMLElement>('input:not(:checked)') ??
        list.current?.querySelector<HTMLElement>('input')
      )?.focus()
    was.current = isOpen
  }, [isOpen])
  if (!triage || steps.length === 0) return null
  const tickOf = (step: string) => ticks.find((tick) => tick.step === step)
  const done = steps.filter((step) => tickOf(step)).length
  const next = steps.find((step) => !tickOf(step))
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div className={styles['playbook']}>
      <button
        type="button"
        className={styles['line']}
        aria-expanded={isOpen}
        aria-keyshortcuts={aria}
        title={[t('command.playbook.show'), ...keys].join(' ')}
        onClick={run}
      >
        <Chevron size={13} aria-hidden="true" />
        <b>{t('playbook.line', { category: t(`category.${triage.category}`), done, all: steps.length })}</b>
        {!isOpen && next !== undefined && <span className={styles['next']}>{next}</span>}
      </button>
      {isOpen && (
        <ul ref={list} className={styles['steps']}>
          {steps.map((step) => {
            const tick = tickOf(step)
            return (
              <li key={step}>
                <label className={styles['step']}>
                  <input
                    type="checkbox"
                    checked={tick !== undefined}
                    onChange={(event) => {
                      const { checked } = event.target
                      c.attempt(() => c.call('playbook.tick', { ticketId, step, done: checked }))
                    }}
                  />
                  <span>{step}</span>
                  {tick?.agentInitials && <span className={styles['by']}>{tick.agentInitials}</span>}
                </label>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
