/** @file Settled in private what was asked in public: whoever reads along sees no answer, until the last word is said. */
import { Megaphone } from 'lucide-react'
import { t } from '../../words.ts'
import { useCommand } from '../console-context.ts'
import type { FrameLineProps } from './frame-lines.ts'
import { FrameLine, LineButton } from './FrameLine.tsx'

export function LastWordLine({ detail }: FrameLineProps) {
  const { run, aria } = useCommand('reply.close-in-public')
  const { card, desk, routes } = detail
  const waits = card.status === 'new' || card.status === 'open'
  if (!desk.settledInPrivate || waits || routes.public.open === 'no') return null
  return (
    <FrameLine
      icon={<Megaphone size={12} aria-hidden="true" />}
      ways={
        <LineButton keys={aria} onClick={run}>
          {t('close-in-public.do')}
        </LineButton>
      }
    >
      {t('close-in-public.line')}
    </FrameLine>
  )
}
