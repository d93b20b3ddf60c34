/** @file When the message in the composer is to leave. */
import { send } from '../commands/answer.ts'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { WhenField } from './WhenField.tsx'
import form from '../ui/Form.module.css'

export function ScheduleDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  return (
    <Modal title={t('command.reply.schedule')} onClose={onClose}>
      <div className={form['form']}>
        <p>{t('when.zone')}</p>
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
