/** @file Incidents: what is known of each, its tickets, who was told what, and the ways to tell everybody. */
import { useState, type FormEvent, type ReactNode } from 'react'
import type { IncidentDetail, IncidentView } from '../../../shared/domain/incident.ts'
import type { Card } from '../../../shared/domain/ticket.ts'
import { addColumn } from '../../commands/column.ts'
import { openTicket } from '../../commands/go.ts'
import { end, gather, release } from '../../commands/incident.ts'
import { fullTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useConsole, useKeyName, useRows } from '../console-context.ts'
import { NoticeLine } from './NoticeLine.tsx'
import { TellForm } from './TellForm.tsx'
import { useIncidents } from './use-incidents.ts'
import { typedOf, WordsFields, wordsOf } from './WordsFields.tsx'
import form from '../../ui/Form.module.css'
import styles from './Incidents.module.css'

function CardRow({ card, marks, ways }: { card: Card; marks?: string; ways: ReactNode }) {
  const c = useConsole()
  return (
    <li className={styles['row']}>
      <button
        type="button"
        className={styles['who']}
        dir="auto"
        onClick={() => {
          c.session.setState({ overlay: null })
          openTicket(c, card.ticketId)
        }}
      >
        {t('incident.row', { number: card.number, name: card.customer.name })}
      </button>
      <span className={styles['said']} dir="auto">
        {card.runs.map((run) => run.text).join('')}
      </span>
      <span>{marks ?? ''}</span>
      <span className={styles['ways']}>{ways}</span>
    </li>
  )
}

type Act = (work: () => Promise<unknown>) => void

function Suggested({ detail, act }: { detail: IncidentDetail; act: Act }) {
  const c = useConsole()
  const { incident, suggested } = detail
  if (suggested.length === 0) return null
  return (
    <section className={styles['section']}>
      <div className={styles['heading']}>
        <h3>{t('incident.suggested', { count: suggested.length })}</h3>
        <Button
          look="primary"
          onClick={() =>
            act(() =>
              gather(
                c,
                incident,
                suggested.map(({ ticketId }) => ticketId),
              ),
            )
          }
        >
          {t('incident.suggested.all')}
        </Button>
      </div>
      <ul className={styles['rows']}>
        {suggested.map((card) => (
          <CardRow
            key={card.ticketId}
            card={card}
            ways={
              <>
                <Button onClick={() => act(() => gather(c, incident, [card.ticketId]))}>
                  {t('incident.take')}
                </Button>
                <Button look="quiet" onClick={() => act(() => release(c, incident.id, [card.ticketId]))}>
                  {t('incident.decline')}
                </Button>
              </>
            }
          />
        ))}
      </ul>
    </section>
  )
}

function Members({ detail, act }: { detail: IncidentDetail; act: Act }) {
  const c = useConsole()
  const { incident, members } = detail
  return (
    <section className={styles['section']}>
      <div className={styles['heading']}>
        <h3>{t('incident.members')}</h3>
        <Button
          onClick={() => {
            c.session.setState({ overlay: null })
            addColumn(c, { kind: 'incident', incidentId: incident.id })
          }}
        >
          {t('incident.column')}
        </Button>
      </div>
      {members.length === 0 && <p>{t('incident.members.none')}</p>}
      <ul className={styles['rows']}>
        {members.map(({ card, answer, allClear }) => (
          <CardRow
            key={card.ticketId}
            card={card}
            marks={[answer && t(`incident.answer.${answer}`), allClear && t(`incident.all-clear.${allClear}`)]
              .filter((mark) => mark !== null)
              .join(t('app.separator'))}
            ways={
              <Button look="quiet" onClick={() => act(() => release(c, incident.id, [card.ticketId]))}>
                {t('incident.release')}
              </Button>
            }
          />
        ))}
      </ul>
    </section>
  )
}

function Words({ incident, act }: { incident: IncidentView; act: Act }) {
  const c = useConsole()
  const [typed, setTyped] = useState(() => typedOf(incident))
  const words = wordsOf(typed)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (words === null) return
    act(async () => {
      await c.call('incident.set', { incidentId: incident.id, words })
      c.say(t('said.incident.kept', { title: words.title }), { undoable: true })
    })
  }
  return (
    <form className={form['stack']} onSubmit={keep}>
      <WordsFields typed={typed} onTyped={setTyped} />
      <div className={form['actions']}>
        <Button type="submit" disabled={words === null}>
          {t('incident.words.keep')}
        </Button>
      </div>
    </form>
  )
}

function One({ detail, readAgain }: { detail: IncidentDetail; readAgain: () => void }) {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const { incident } = detail
  const { tickets, answered, told } = incident
  const brand = brands.find(({ id }) => id === incident.brandId)
  const username = brand?.handles[0]?.username ?? ''
  const act: Act = (work) =>
    c.attempt(async () => {
      await work()
      readAgain()
    })
  const since =
    incident.overAt === null
      ? t('incident.since', { at: fullTime(incident.openedAt) })
      : t('incident.over-since', { at: fullTime(incident.overAt) })
  return (
    <>
      <p className={styles['counts']}>
        {[
          brand?.name ?? '',
          since,
          t('incident.counts', { tickets, answered, told, separator: t('app.separator') }),
        ].join(t('app.separator'))}
      </p>
      {incident.isUntold && <p className={form['warn']}>{t('incident.notice.nudge')}</p>}
      <Words key={`${incident.id} ${incident.title} ${incident.statusText}`} incident={incident} act={act} />
      <Suggested detail={detail} act={act} />
      <Members detail={detail} act={act} />
      {incident.overAt === null && (
        <section className={styles['section']}>
          <h3 className={styles['heading']}>{t('incident.tell.answer')}</h3>
          <TellForm incident={incident} username={username} kind="answer" onTold={readAgain} />
        </section>
      )}
      {brand && (
        <section className={styles['section']}>
          <h3 className={styles['heading']}>{t('incident.notice')}</h3>
          <NoticeLine incident={incident} />
        </section>
      )}
      <section className={styles['section']}>
        <h3 className={styles['heading']}>{t('incident.tell.all-clear')}</h3>
        <TellForm incident={incident} username={username} kind="all-clear" onTold={readAgain} />
        <div className={form['actions']}>
          <Button onClick={() => act(() => end(c, incident))}>
            {t(incident.overAt === null ? 'incident.end' : 'incident.resume')}
          </Button>
        </div>
      </section>
    </>
  )
}

/** @param incidentId null shows the newest that goes on */
export function IncidentsDialog({ incidentId, onClose }: { incidentId: string | null; onClose: () => void }) {
  const keyOf = useKeyName()
  const [chosen, choose] = useState(incidentId)
  const { all, detail, readAgain } = useIncidents(chosen)
  return (
    <Modal title={t('incident.title')} onClose={onClose} look="broad">
      <div className={form['form']}>
        {all?.length === 0 && (
          <Notice
            title={t('incident.none')}
            next={t('incident.none.why', {
              select: keyOf('select.toggle'),
              gather: keyOf('incident.gather'),
            })}
          />
        )}
        {all !== null && all.length > 1 && detail && (
          <label className={form['label']}>
            {t('incident.choose')}
            <select
              className={form['select']}
              value={detail.incident.id}
              onChange={(event) => choose(event.target.value)}
            >
              {all.map(({ id, title, overAt }) => (
                <option key={id} value={id}>
                  {t('incident.option', { title, over: String(overAt !== null) })}
                </option>
              ))}
            </select>
          </label>
        )}
        {detail && <One key={detail.incident.id} detail={detail} readAgain={readAgain} />}
      </div>
    </Modal>
  )
}
