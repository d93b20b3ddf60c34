/** @file A picture or film in full size, with its words; arrow keys go through those of the same message. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { MediaView } from '../../shared/domain/media.ts'
import { Button } from '../ui/Button.tsx'
import { mediaAddress } from '../ui/media-address.ts'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import styles from './MediaDialog.module.css'

type Props = { media: readonly MediaView[]; at: number; onClose: () => void }

export function MediaDialog({ media, at, onClose }: Props) {
  const c = useConsole()
  const item = media[at]
  if (!item) return null
  const go = (to: number) => {
    if (media[to]) c.session.setState({ overlay: { kind: 'media', media, at: to } })
  }
  const name = item.alt ?? t(`media.${item.kind}`)
  const title = media.length > 1 ? t('media.nth', { n: at + 1, count: media.length }) : t('media.title')
  return (
    <Modal title={title} onClose={onClose} look="full">
      <div
        className={styles['stage']}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') go(at - 1)
          if (event.key === 'ArrowRight') go(at + 1)
        }}
      >
        {media.length > 1 && (
          <Button
            look="quiet"
            icon
            aria-label={t('media.previous')}
            disabled={at === 0}
            onClick={() => go(at - 1)}
          >
            <ChevronLeft size={18} aria-hidden="true" />
          </Button>
        )}
        {item.kind === 'photo' ? (
          <img key={item.id} src={mediaAddress(item.id)} alt={name} className={styles['whole']} />
        ) : (
          <video
            key={item.id}
            src={mediaAddress(item.id)}
            aria-label={name}
            className={styles['whole']}
            controls
            loop={item.kind === 'gif'}
            muted={item.kind === 'gif'}
          />
        )}
        {media.length > 1 && (
          <Button
            look="quiet"
            icon
            aria-label={t('media.next')}
            disabled={at === media.length - 1}
            onClick={() => go(at + 1)}
          >
            <ChevronRight size={18} aria-hidden="true" />
          </Button>
        )}
      </div>
      {item.alt !== null && (
        <p className={styles['alt']} dir="auto">
          {item.alt}
        </p>
      )}
    </Modal>
  )
}
