/** @file Where a ticket was handed to. */
import { PhoneForwarded } from 'lucide-react'
import { t } from '../../words.ts'
import type { FrameLineProps } from './frame-lines.ts'
import { FrameLine } from './FrameLine.tsx'

export function OutcomeLine({ detail }: FrameLineProps) {
  const { outcome } = detail.desk
  if (outcome === null) return null
  const { to, reference } = outcome
  return (
    <FrameLine icon={<PhoneForwarded size={12} aria-hidden="true" />}>
      {t('hand-off.line', { to: t(`hand-off.${to}`), has: reference !== '', reference })}
    </FrameLine>
  )
}
