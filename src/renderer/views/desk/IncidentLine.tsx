/** @file That a ticket is part of an incident, and what is known of that. */
import { Siren } from 'lucide-react'
import { fullTime } from '../../time.ts'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import type { FrameLineProps } from './frame-lines.ts'
import { FrameLine, LineButton } from './FrameLine.tsx'

export function IncidentLine({ detail: { incident } }: FrameLineProps) {
  const c = useConsole()
  if (incident === null) return null
  const { id, title, statusText, overAt } = incident
  const part =
    overAt === null ? t('incident.line', { title }) : t('incident.line.over', { title, at: fullTime(overAt) })
  return (
    <FrameLine
      tone={overAt === null ? 'warn' : 'plain'}
      icon={<Siren size={12} aria-hidden="true" />}
      ways={
        <LineButton onClick={() => c.session.setState({ overlay: { kind: 'incidents', incidentId: id } })}>
          {t('incident.line.show')}
        </LineButton>
      }
    >
      {[part, overAt === null ? statusText : ''].filter((words) => words !== '').join(t('app.separator'))}
    </FrameLine>
  )
}
