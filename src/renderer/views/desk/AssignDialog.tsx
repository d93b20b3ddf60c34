/** @file Whose tickets are to be. */
import { useEffect, useState } from 'react'
import type { Assignee } from '../../../shared/domain/desk.ts'
import { assign } from '../../commands/desk.ts'
import { Chooser, type Choice } from '../../ui/Chooser.tsx'
import { fullTime } from '../../time.ts'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { narrowed } from '../narrowed.ts'
import type { DeskDialogProps } from './DeskDialog.tsx'

const nobody = 'nobody'

const whereIs = ({ here, seenAt }: Assignee): string => {
  if (here) return t('assign.me')
  return seenAt === null ? t('assign.absent') : t('assign.seen', { at: fullTime(seenAt) })
}

const choiceOf = (agent: Assignee): Choice => ({
  key: agent.id,
  title: agent.name,
  detail: [
    agent.initials,
    t('assign.detail', {
      who: whereIs(agent),
      separator: t('app.separator'),
      open: agent.open,
    }),
  ].join(t('app.separator')),
})

export function AssignDialog({ ticketIds, onClose }: DeskDialogProps) {
  const c = useConsole()
  const [agents, setAgents] = useState<readonly Assignee[]>([])
  useEffect(() => c.attempt(async () => setAgents(await c.call('ticket.assignees', {}))), [c])
  const choices = [
    ...agents.map(choiceOf),
    { key: nobody, title: t('assign.nobody'), detail: t('assign.nobody.detail') },
  ]
  return (
    <Chooser
      title={t('assign.title', { count: ticketIds.length })}
      placeholder={t('assign.placeholder')}
      choicesFor={(typed) => narrowed(choices, typed)}
      nothing={(typed) => t('assign.nothing', { typed })}
      onClose={onClose}
      onChosen={(key) => {
        onClose()
        assign(c, ticketIds, agents.find((agent) => agent.id === key) ?? null)
      }}
    />
  )
}
