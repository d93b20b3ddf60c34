/** @file Labels of tickets: what the brand uses is offered, what is typed is new; one that must not stand says why. */
import { useEffect, useState } from 'react'
import { forbiddenLabel, Label } from '../../../shared/domain/labels.ts'
import { cardOf } from '../../commands/context.ts'
import { tag } from '../../commands/desk.ts'
import { Chooser, type Choice } from '../../ui/Chooser.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { narrowed } from '../narrowed.ts'
import type { DeskDialogProps } from './DeskDialog.tsx'

const noTags: readonly string[] = []

export function TagDialog({ ticketIds, onClose }: DeskDialogProps) {
  const c = useConsole()
  // Labels of one brand are never offered for another's tickets.
  const brandId = useRows((rows) => {
    const [first, ...others] = new Set(ticketIds.map((id) => cardOf(rows, id)?.brandId))
    return others.length === 0 ? first : undefined
  })
  const on = useRows((rows) =>
    ticketIds.length === 1 ? (cardOf(rows, ticketIds[0] ?? null)?.desk.tags ?? noTags) : noTags,
  )
  const [used, setUsed] = useState<readonly { label: string; tickets: number }[]>([])
  useEffect(() => {
    if (brandId !== undefined) c.attempt(async () => setUsed(await c.call('label.list', { brandId })))
  }, [c, brandId])

  function choicesFor(typed: string): readonly Choice[] {
    const known = [
      ...on.map((label) => ({ key: label, title: label, detail: t('label.take-off'), on: true })),
      ...used
        .filter(({ label }) => !on.includes(label))
        .map(({ label, tickets }) => ({
          key: label,
          title: label,
          detail: t('label.used', { count: tickets }),
          on: false,
        })),
    ]
    const label = Label.safeParse(typed).data
    const isNew = label !== undefined && !known.some(({ key }) => key === label)
    const refused = isNew ? forbiddenLabel(label) : null
    const made = isNew
      ? [
          {
            key: label,
            title: t('label.new', { label }),
            detail: refused === null ? '' : t('label.refused', { why: t(`label.subject.${refused}`) }),
            on: false,
          },
        ]
      : []
    return [...narrowed(known, typed), ...made]
  }

  return (
    <Chooser
      title={t('label.title', { count: ticketIds.length })}
      placeholder={t('label.placeholder')}
      choicesFor={choicesFor}
      nothing={() => t('label.nothing')}
      onClose={onClose}
      onChosen={(label) => {
        onClose()
        tag(c, ticketIds, label, !on.includes(label))
      }}
    />
  )
}
