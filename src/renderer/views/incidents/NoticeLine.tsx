/** @file The public notice of an incident: where it stands, and the way to write it. */
import type { IncidentView } from '../../../shared/domain/incident.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import form from '../../ui/Form.module.css'

/** States in which a notice is none any more, so that another may be written. */
const isGone: ReadonlySet<string> = new Set(['recalled', 'dropped', 'refused', 'missed'])

export function NoticeLine({ incident }: { incident: IncidentView }) {
  const c = useConsole()
  const { id: incidentId, brandId, title, notice } = incident
  const isThere = notice !== null && !isGone.has(notice.state)
  return (
    <>
      <p>
        {isThere ? t('incident.notice.state', { state: t(`job.${notice.state}`) }) : t('incident.notice.why')}
      </p>
      <div className={form['actions']}>
        <Button
          look={isThere ? 'plain' : 'primary'}
          onClick={() =>
            c.session.setState({
              overlay: { kind: 'notices', ask: isThere ? null : { brandId, incidentId, title } },
            })
          }
        >
          {t(isThere ? 'incident.notice.show' : 'command.notice.write')}
        </Button>
      </div>
    </>
  )
}
