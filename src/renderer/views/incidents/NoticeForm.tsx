/** @file The public notice of an incident: one post for everybody who has not written yet. */
import { useState, type FormEvent } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import type { IncidentView } from '../../../shared/domain/incident.ts'
import { clockTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { speakersOf } from '../speakers.ts'
import form from '../../ui/Form.module.css'
import styles from './Incidents.module.css'

/** States in which a notice is none any more, so that another may be written. */
const isGone: ReadonlySet<string> = new Set(['recalled', 'dropped', 'refused', 'missed'])

type Props = { incident: IncidentView; brand: BrandView; onPosted: () => void }

export function NoticeForm({ incident, brand, onPosted }: Props) {
  const c = useConsole()
  const speakers = speakersOf(brand)
  const [handleId, setHandleId] = useState(speakers[0]?.id ?? '')
  const [text, setText] = useState(incident.statusText)
  const { notice } = incident
  if (notice && !isGone.has(notice.state))
    return <p>{t('incident.notice.state', { state: t(`job.${notice.state}`) })}</p>
  const post = (event: FormEvent) => {
    event.preventDefault()
    c.attempt(async () => {
      const job = await c.call('incident.notice', { incidentId: incident.id, handleId, text })
      c.say(t('said.incident.noticed', { leaves: clockTime(job.releaseAt ?? c.now()) }), { undoable: true })
      onPosted()
    })
  }
  return (
    <form className={form['stack']} aria-label={t('incident.notice')} onSubmit={post}>
      <p>{t('incident.notice.why')}</p>
      {speakers.length > 1 && (
        <label className={form['label']}>
          {t('incident.notice.from')}
          <select
            className={form['select']}
            value={handleId}
            onChange={(event) => setHandleId(event.target.value)}
          >
            {speakers.map(({ id, username }) => (
              <option key={id} value={id}>
                {t('thread.handle', { username })}
              </option>
            ))}
          </select>
        </label>
      )}
      <textarea
        className={styles['text']}
        aria-label={t('incident.notice')}
        dir="auto"
        maxLength={5_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={form['actions']}>
        <Button type="submit" disabled={text.trim() === '' || handleId === ''}>
          {t('incident.notice.post')}
        </Button>
      </div>
    </form>
  )
}
