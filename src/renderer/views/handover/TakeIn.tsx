/** @file A handover that somebody brings as a file: what it would change, what stays, and the step that does it. */
import { useState } from 'react'
import type { HandoverTaking } from '../../../shared/domain/handover-file.ts'
import { chooseHandover, takeInHandover } from '../../commands/handover.ts'
import { fullTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import styles from './Handover.module.css'

type Told = HandoverTaking['changed'][number]

/** Tickets with what of them changes, or stays. */
function Tickets({
  title,
  all,
  count,
}: {
  title: string
  all: readonly (Told & { why?: string })[]
  count: number
}) {
  const brands = useRows((rows) => rows.brands)
  if (count === 0) return null
  return (
    <section className={styles['brand']}>
      <h3 className={styles['heading']}>{title}</h3>
      <ul className={styles['list']}>
        {all.map(({ ticketId, brandId, number, customer, fields, why }) => (
          <li key={ticketId} className={styles['told']}>
            <b dir="auto">{t('incident.row', { number, name: customer })}</b>
            <span dir="auto">{brands.find(({ id }) => id === brandId)?.name ?? ''}</span>
            <span>
              {fields.map((field) => t(`handover.field.${field}`)).join(t('app.comma'))}
              {why !== undefined && ` ${t('app.separator').trim()} ${why}`}
            </span>
          </li>
        ))}
      </ul>
      {count > all.length && <p>{t('handover.rows.more', { count: count - all.length })}</p>}
    </section>
  )
}

function Taking({ taking }: { taking: HandoverTaking }) {
  const { writtenAt, by, known, unknown, changed, changedCount, kept, keptCount, unknownAgents } = taking
  return (
    <div className={styles['sentences']} tabIndex={0} role="region" aria-label={t('handover.take-in')}>
      <p>
        {t('handover.file.from', { by: by ?? t('handover.somebody'), at: fullTime(writtenAt) })}{' '}
        {t('handover.file.known', { known, unknown })}
      </p>
      {unknownAgents.length > 0 && (
        <p>{t('handover.file.agents', { names: unknownAgents.join(t('app.comma')) })}</p>
      )}
      {changedCount === 0 && <Notice title={t('handover.file.nothing')} />}
      <Tickets
        title={t('handover.file.changed', { count: changedCount })}
        all={changed}
        count={changedCount}
      />
      <Tickets
        title={t('handover.file.kept', { count: keptCount })}
        all={kept.map((one) => ({ ...one, why: t(`handover.kept.${one.why}`) }))}
        count={keptCount}
      />
    </div>
  )
}

export function TakeIn({ onBack }: { onBack: () => void }) {
  const c = useConsole()
  const [read, setRead] = useState<{ content: string; taking: HandoverTaking } | null>(null)
  const choose = () =>
    c.attempt(async () => {
      const chosen = await chooseHandover(c)
      if (chosen !== null) setRead(chosen)
    })
  const take = () =>
    c.attempt(async () => {
      if (read === null) return
      await takeInHandover(c, read.content)
      onBack()
    })
  return (
    <div className={styles['page']}>
      <div className={styles['since']}>
        <p>{t('handover.file.why')}</p>
      </div>
      {read ? <Taking taking={read.taking} /> : <div className={styles['sentences']} />}
      <footer className={styles['footer']}>
        {read && (
          <Button look="primary" disabled={read.taking.changedCount === 0} onClick={take}>
            {t('handover.file.take', { count: read.taking.changedCount })}
          </Button>
        )}
        <Button autoFocus look={read ? 'plain' : 'primary'} onClick={choose}>
          {t('handover.file.choose')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('app.back')}
        </Button>
      </footer>
    </div>
  )
}
