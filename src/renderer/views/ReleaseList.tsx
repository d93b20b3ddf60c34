/**
 * @file The release list: what Stop holds, and what waits for a decision besides, by brand. Arrow keys move, a letter
 * decides. Nothing here leaves without an agent's word.
 */
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { HeldOfBrand } from '../../shared/domain/outbox.ts'
import { decide } from '../commands/job.ts'
import { moved, surviving } from '../state/cursor.ts'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { isStopped } from '../state/rows.ts'
import { useConsole, useRows } from './console-context.ts'
import { ReleaseItem } from './ReleaseItem.tsx'
import { plainOnes, undecided } from './release-rules.ts'
import form from '../ui/Form.module.css'
import styles from './ReleaseList.module.css'

type Cursor = { chosen: string | null; choose: (jobId: string) => void; places: Map<string, HTMLLIElement> }

/** Where the focus begins. */
type First = RefObject<HTMLElement | null>

function BrandHead({ held }: { held: HeldOfBrand }) {
  const c = useConsole()
  const brand = useRows((rows) => rows.brands.find((one) => one.id === held.brandId))
  const name = brand?.name ?? ''
  const ready = plainOnes(held, c.now())
  const open = undecided(held)
  const sendAll = () =>
    c.attempt(async () => {
      for (const job of ready) await decide(c, job, 'send-anyway', { asks: [] })
    })
  const resume = () =>
    c.attempt(async () => {
      await c.call('outbox.resume', { brandIds: [held.brandId] })
      c.say(t('said.resumed', { name }))
    })
  return (
    <header className={styles['head']}>
      {brand && <BrandSquare initials={brand.initials} fill={brand.fill} />}
      <h3 className={styles['name']}>{name}</h3>
      <span className={styles['count']}>{t('release.count', { count: held.jobs.length })}</span>
      {ready.length > 0 && (
        <Button onClick={sendAll}>{t('release.send-all', { count: ready.length, name })}</Button>
      )}
      {held.stoppedAt !== null && open === 0 && (
        <Button look="primary" onClick={resume}>
          {t('release.resume', { name })}
        </Button>
      )}
    </header>
  )
}

function Brand({ held, cursor, first }: { held: HeldOfBrand; cursor: Cursor; first: First }) {
  return (
    <section className={styles['brand']}>
      <BrandHead held={held} />
      <ul className={styles['items']}>
        {held.jobs.map((one) => (
          <ReleaseItem
            key={one.job.id}
            held={one}
            chosen={one.job.id === cursor.chosen}
            onChosen={() => cursor.choose(one.job.id)}
            place={(element) => {
              if (element && (one.job.id === cursor.chosen || !first.current?.isConnected))
                first.current = element
              if (element) cursor.places.set(one.job.id, element)
              else cursor.places.delete(one.job.id)
            }}
          />
        ))}
      </ul>
    </section>
  )
}

/** Brands that Stop holds without anything to decide about. */
function Rest({ held }: { held: readonly HeldOfBrand[] }) {
  const c = useConsole()
  const brandIds = held
    .filter((one) => one.stoppedAt !== null && undecided(one) === 0)
    .map((one) => one.brandId)
  const open = held.reduce((sum, one) => sum + undecided(one), 0)
  if (brandIds.length === 0) return null
  const resume = () =>
    c.attempt(async () => {
      await c.call('outbox.resume', { brandIds })
      c.say(t('said.resumed.many', { count: brandIds.length }))
    })
  return (
    <div className={form['actions']}>
      <span className={styles['rest']}>
        {open > 0 ? t('release.rest', { count: brandIds.length }) : t('release.all-decided')}
      </span>
      <Button look="primary" onClick={resume}>
        {open > 0 ? t('release.resume.rest') : t('release.resume.all')}
      </Button>
    </div>
  )
}

/** Arrow keys and J, K walk over all messages; a message that left hands on to the next. */
function useCursor(ids: readonly string[]): Cursor & { keyDown: (event: KeyboardEvent) => void } {
  const [places] = useState(() => new Map<string, HTMLLIElement>())
  const [at, setAt] = useState({ ids, chosen: ids[0] ?? null })
  if (at.ids.join() !== ids.join())
    setAt({ ids, chosen: surviving(at.ids, ids, at.chosen) ?? ids[0] ?? null })
  const { chosen } = at
  useEffect(() => {
    const item = chosen === null ? undefined : places.get(chosen)
    if (!item?.contains(document.activeElement)) item?.focus()
  }, [chosen, places])
  const keyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = moved(ids, chosen, by)
    if (next !== null) places.get(next)?.focus()
  }
  return { chosen, choose: (jobId) => setAt({ ids, chosen: jobId }), places, keyDown }
}

export function ReleaseList({ onClose }: { onClose: () => void }) {
  const held = useRows((rows) => rows.held)
  const stopped = useRows(isStopped)
  const first: First = useRef(null)
  const full = held.filter((one) => one.jobs.length > 0)
  const ids = full.flatMap((one) => one.jobs.map(({ job }) => job.id))
  const cursor = useCursor(ids)
  return (
    <Modal title={t('release.label')} onClose={onClose} look="wide" first={first}>
      <div className={form['form']} onKeyDown={cursor.keyDown}>
        {full.length > 0 && <p>{t(stopped ? 'release.why' : 'release.why.asks')}</p>}
        {full.map((one) => (
          <Brand key={one.brandId} held={one} cursor={cursor} first={first} />
        ))}
        {full.length === 0 && (
          <Notice title={t('release.nothing')} {...(stopped ? { next: t('release.nothing.stopped') } : {})} />
        )}
        <Rest held={held} />
      </div>
    </Modal>
  )
}
