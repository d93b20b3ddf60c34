/**
 * @file Pictures and films of one message. Their room is known before they are here, so that nothing jumps; what could
 * not be had says so and can be asked for again. Films load when they are played.
 */
import { ImageOff, Maximize2 } from 'lucide-react'
import { useState } from 'react'
import type { MediaView } from '../../shared/domain/media.ts'
import { mediaAddress } from '../ui/media-address.ts'
import { drawnPrint } from '../ui/picture-print.ts'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import styles from './MediaGrid.module.css'

/** What a picture of unknown size is taken for. */
const usualRatio = 4 / 3
/** Very long and very wide ones are cut at the edges; whole they are seen in full size. */
const ratioOf = ({ width, height }: MediaView): number =>
  width === null || height === null ? usualRatio : Math.min(Math.max(width / height, 0.75), 2.4)

const nameOf = (item: MediaView): string => item.alt ?? t(`media.${item.kind}`)

function Missing({ again }: { again: () => void }) {
  return (
    <span className={styles['missing']}>
      <ImageOff size={16} aria-hidden="true" />
      {t('media.missing')}
      <button type="button" className={styles['again']} onClick={again}>
        {t('media.again')}
      </button>
    </span>
  )
}

function Photo({ item, open }: { item: MediaView; open: () => void }) {
  const c = useConsole()
  const [state, setState] = useState<'loading' | 'here' | 'missing'>('loading')
  const [tries, setTries] = useState(0)
  if (state === 'missing') {
    return (
      <Missing
        again={() => {
          setTries(tries + 1)
          setState('loading')
        }}
      />
    )
  }
  return (
    <button
      type="button"
      className={styles['open']}
      aria-label={t('media.open', { name: nameOf(item) })}
      onClick={open}
    >
      <img
        key={tries}
        src={mediaAddress(item.id)}
        alt={nameOf(item)}
        className={`${styles['picture']} ${state === 'loading' ? styles['loading'] : ''}`}
        // Its points can be read, so that it is known when it comes back in a draft.
        crossOrigin="anonymous"
        onLoad={(event) => {
          setState('here')
          const { currentTarget: picture } = event
          if (item.isPrinted) return
          c.attempt(async () => {
            const print = await drawnPrint(picture)
            if (print !== null) await c.call('media.seen', { mediaId: item.id, print })
          })
        }}
        onError={() => setState('missing')}
      />
    </button>
  )
}

function Film({ item, open }: { item: MediaView; open: () => void }) {
  const [missing, setMissing] = useState(false)
  if (missing) return <Missing again={() => setMissing(false)} />
  // Whoever asked their system for less motion starts a GIF by hand.
  const still = item.kind === 'video' || matchMedia('(prefers-reduced-motion: reduce)').matches
  return (
    <>
      <video
        src={mediaAddress(item.id)}
        {...(item.preview === null ? {} : { poster: mediaAddress(item.preview) })}
        className={styles['picture']}
        aria-label={nameOf(item)}
        controls={still}
        autoPlay={!still}
        loop={item.kind === 'gif'}
        muted={item.kind === 'gif'}
        preload={still ? 'none' : 'auto'}
        playsInline
        onError={() => setMissing(true)}
      />
      <button
        type="button"
        className={styles['enlarge']}
        aria-label={t('media.open', { name: nameOf(item) })}
        onClick={open}
      >
        <Maximize2 size={13} aria-hidden="true" />
      </button>
    </>
  )
}

export function MediaGrid({ media }: { media: readonly MediaView[] }) {
  const c = useConsole()
  if (media.length === 0) return null
  const single = media.length === 1
  return (
    <div className={`${styles['grid']} ${single ? styles['single'] : ''}`}>
      {media.map((item, at) => {
        const open = () => c.session.setState({ overlay: { kind: 'media', media, at } })
        return (
          <figure key={item.id} className={styles['figure']}>
            <div className={styles['frame']} style={{ aspectRatio: single ? ratioOf(item) : usualRatio }}>
              {item.kind === 'photo' ? <Photo item={item} open={open} /> : <Film item={item} open={open} />}
            </div>
            {item.alt !== null && (
              <figcaption className={styles['alt']} dir="auto">
                <b>{t('media.alt')}</b> {item.alt}
              </figcaption>
            )}
          </figure>
        )
      })}
    </div>
  )
}
