/** @file Dialog wrapper: frame, title, close button, focus kept inside and given back. */
import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useContext, type ReactNode, type RefObject } from 'react'
import { t } from '../words.ts'
import { ModalNotices, ModalReturn } from './modal-context.ts'
import styles from './Modal.module.css'

type Props = {
  title: string
  onClose: () => void
  /** `wide` for forms and lists, `broad` for tables, `full` for pictures, `top` for the palette, `corner` for a question that leaves the window usable. */
  look?: 'narrow' | 'wide' | 'broad' | 'full' | 'top' | 'corner'
  /** Where the focus begins, and where it comes back to when what had it is gone; the first field otherwise. */
  first?: RefObject<HTMLElement | null>
  /** The title is only for assistive technology. */
  bare?: boolean
  children: ReactNode
}

export function Modal({ title, onClose, look = 'narrow', first, bare = false, children }: Props) {
  const notices = useContext(ModalNotices)
  const last = useContext(ModalReturn)
  return (
    <Dialog.Root
      open
      modal={look !== 'corner'}
      disablePointerDismissal={look === 'corner'}
      onOpenChange={(open) => !open && onClose()}
    >
      <Dialog.Portal>
        {look !== 'corner' && <Dialog.Backdrop className={styles['shade']} />}
        <Dialog.Popup
          className={`${styles['popup']} ${styles[look]}`}
          {...(first ? { initialFocus: first } : {})}
          finalFocus={() => last() ?? true}
          onFocus={(event) => {
            // What had the focus is gone and the frame got it. A press on the frame is left alone: text may be marked.
            const isFrame = event.target === event.currentTarget
            if (isFrame && !event.currentTarget.matches(':active')) first?.current?.focus()
          }}
        >
          <div className={bare ? styles['hidden'] : styles['head']}>
            <Dialog.Title className={styles['title']}>{title}</Dialog.Title>
            {!bare && (
              <Dialog.Close className={styles['close']} aria-label={t('app.close')}>
                <X size={16} aria-hidden="true" />
              </Dialog.Close>
            )}
          </div>
          {look !== 'corner' && notices}
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
