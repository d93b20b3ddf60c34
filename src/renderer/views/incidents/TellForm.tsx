/** @file One text, or a few in turn, to all customers of an incident: looked at one by one before any of them leaves. */
import { useState, type FormEvent } from 'react'
import type { IncidentView, Skip, Telling, TellKind } from '../../../shared/domain/incident.ts'
import { tell } from '../../commands/incident.ts'
import { clockTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import form from '../../ui/Form.module.css'
import styles from './Incidents.module.css'

const mostWordings = 5
/** From here on the last message leaves noticeably later than the first, ms. */
const noticeablyMs = 60_000

function skipWords({ why, route, guards }: Skip, username: string): string {
  return t(`incident.skip.${why}`, {
    route: route === null ? '' : t(`route.${route}`, { username, time: '' }),
    guards: guards.map((guard) => t(`guard.name.${guard}`)).join(', '),
  })
}

function TellingRow({ telling, username }: { telling: Telling; username: string }) {
  const { skip, channel, text, number, customer } = telling
  return (
    <li className={styles['telling']}>
      <span className={styles['who']} dir="auto">
        {t('incident.row', { number, name: customer.name })}
      </span>
      {skip === null ? (
        <span className={styles['words']} dir="auto">
          {text}
          {channel && ` (${t(`incident.preview.${channel}`)})`}
        </span>
      ) : (
        <span className={styles['skipped']}>{skipWords(skip, username)}</span>
      )}
    </li>
  )
}

type Shown = { tellings: readonly Telling[]; finishAt: number | null }

type Props = { incident: IncidentView; username: string; kind: TellKind; onTold: () => void }

export function TellForm({ incident, username, kind, onTold }: Props) {
  const c = useConsole()
  const [texts, setTexts] = useState<readonly string[]>([''])
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState<Shown | null>(null)
  const [busy, setBusy] = useState(false)
  const wordings = texts.map((text) => text.trim()).filter((text) => text !== '')
  const why = reason.trim().length < 3 ? null : reason.trim()
  const going = shown?.tellings.filter(({ skip }) => skip === null).length ?? 0
  const isAlike = shown?.tellings.some(({ skip }) => skip?.why === 'alike') ?? false
  const change = (at: number, text: string) => {
    setTexts(texts.map((one, n) => (n === at ? text : one)))
    setShown(null)
  }
  const once = (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    c.attempt(() => work().finally(() => setBusy(false)))
  }
  const look = (event: FormEvent) => {
    event.preventDefault()
    if (wordings.length === 0) return
    once(async () =>
      setShown(await c.call('incident.preview', { incidentId: incident.id, kind, wordings, reason: why })),
    )
  }
  const send = () =>
    once(async () => {
      await tell(c, incident.id, kind, wordings, why)
      setShown(null)
      onTold()
    })
  return (
    <form className={form['stack']} aria-label={t(`incident.tell.${kind}`)} onSubmit={look}>
      <p>{t(`incident.tell.${kind}.why`)}</p>
      {texts.map((text, at) => (
        <label key={at} className={form['label']}>
          {t('incident.wording', { n: at + 1 })}
          <textarea
            className={styles['text']}
            dir="auto"
            maxLength={5_000}
            value={text}
            placeholder={t(`incident.tell.${kind}.example`, {
              open: '{{',
              close: '}}',
              at: clockTime(c.now()),
            })}
            onChange={(event) => change(at, event.target.value)}
          />
        </label>
      ))}
      <div className={form['actions']}>
        <span>{t('incident.wording.why')}</span>
        <Button disabled={texts.length >= mostWordings} onClick={() => setTexts([...texts, ''])}>
          {t('incident.wording.more')}
        </Button>
      </div>
      {(isAlike || reason !== '') && (
        <Field
          label={t('incident.reason')}
          value={reason}
          maxLength={500}
          placeholder={t('incident.reason.example')}
          onText={(typed) => {
            setReason(typed)
            setShown(null)
          }}
        />
      )}
      {shown && (
        <>
          <p role="status">
            {[
              t('incident.preview.counts', { going, skipped: shown.tellings.length - going }),
              going === 0
                ? ''
                : (shown.finishAt ?? 0) - c.now() > noticeablyMs
                  ? t('incident.preview.finish', { at: clockTime(shown.finishAt ?? 0) })
                  : t('incident.preview.now'),
            ]
              .filter((part) => part !== '')
              .join(t('app.separator'))}
          </p>
          <ul className={styles['rows']}>
            {shown.tellings.map((telling) => (
              <TellingRow key={telling.ticketId} telling={telling} username={username} />
            ))}
          </ul>
        </>
      )}
      <div className={form['actions']}>
        <Button type="submit" disabled={wordings.length === 0 || busy}>
          {t('incident.preview')}
        </Button>
        <Button look="primary" disabled={shown === null || going === 0 || busy} onClick={send}>
          {t('incident.send', { count: going })}
        </Button>
      </div>
    </form>
  )
}
