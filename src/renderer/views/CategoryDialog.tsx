/** @file What a ticket is, when triage was wrong. */
import { useRef } from 'react'
import { Category } from '../../shared/domain/triage.ts'
import { cardOf } from '../commands/context.ts'
import { categorize } from '../commands/triage.ts'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { Choice } from './Choice.tsx'
import { useConsole, useRows } from './console-context.ts'

const letters: Readonly<Record<Category, string>> = {
  question: 'q',
  feedback: 'f',
  complaint: 'c',
  negative: 'n',
  praise: 'p',
  security: 's',
  protest: 'o',
  impostor: 'i',
  'no-reply': 'r',
  spam: 'x',
}

export function CategoryDialog({
  ticketIds,
  onClose,
}: {
  ticketIds: readonly string[]
  onClose: () => void
}) {
  const c = useConsole()
  const start = useRef<HTMLButtonElement>(null)
  const first = useRows((rows) => cardOf(rows, ticketIds[0] ?? null)?.triage?.category ?? null)
  return (
    <Modal title={t('category.choose')} onClose={onClose} look="wide" first={start}>
      <Choice
        first={start}
        label={t('category.choose')}
        options={Category.options.map((id) => ({
          id,
          letter: letters[id],
          label: t(`category.${id}`),
          why: t(`category.${id}.why`),
        }))}
        current={ticketIds.length === 1 ? first : null}
        onChosen={(category) => {
          onClose()
          categorize(c, ticketIds, category)
        }}
      />
    </Modal>
  )
}
