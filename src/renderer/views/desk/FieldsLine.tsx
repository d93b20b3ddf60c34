/** @file What is known of a ticket by the fields of its brand; those of which nothing is known are not shown. */
import { ListChecks } from 'lucide-react'
import { t } from '../../words.ts'
import { useCommand } from '../console-context.ts'
import type { FrameLineProps } from './frame-lines.ts'
import { FrameLine, LineButton } from './FrameLine.tsx'

export function FieldsLine({ detail }: FrameLineProps) {
  const { run, aria } = useCommand('ticket.fields')
  const known = detail.desk.fields.filter(({ value }) => value !== '')
  if (known.length === 0) return null
  return (
    <FrameLine
      icon={<ListChecks size={12} aria-hidden="true" />}
      ways={
        <LineButton keys={aria} onClick={run}>
          {t('desk.change')}
        </LineButton>
      }
    >
      {known.map(({ name, value }) => t('fields.one', { name, value })).join(t('app.separator'))}
    </FrameLine>
  )
}
