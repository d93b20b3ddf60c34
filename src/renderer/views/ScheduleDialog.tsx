/** @file When the message in the composer is to leave. */
import { send, sendAtOpening } from '../commands/answer.ts'
import { dayAndTime } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { useCommand, useConsole, useRows } from './console-context.ts'
import { WhenField } from './WhenField.tsx'
import form from '../ui/Form.module.css'

export function ScheduleDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const { aria } = useCommand('reply.schedule-at-opening')
  const opensAt = useRows(
    (rows) => rows.brands.find(({ id }) => id === rows.detail?.card.brandId)?.hours.opensAt ?? null,
  )
  return (
    <Modal title={t('command.reply.schedule')} onClose={onClose}>
      <div className={form['form']}>
        <p>{t('when.zone')}</p>
        {opensAt !== null && (
          <Button
            aria-keyshortcuts={aria}
            onClick={() => {
              onClose()
              sendAtOpening(c)
            }}
          >
            {t('when.at-opening', { at: dayAndTime(c.now(), opensAt) })}
          </Button>
        )}
        <WhenField
          verb={t('when.schedule')}
          onCancel={onClose}
          onChosen={(at) => {
            onClose()
            send(c, { solves: false, scheduledAt: at })
          }}
        />
      </div>
    </Modal>
  )
}
