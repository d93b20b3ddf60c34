/** @file In the pane: a message that belongs to no ticket, such as a post that a brand scheduled. */
import { X } from 'lucide-react'
import { closeTicket } from '../commands/go.ts'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { useConsole, useKeyName, useRows } from './console-context.ts'
import { JobEntry } from './JobEntry.tsx'
import pane from './Pane.module.css'
import styles from './Thread.module.css'

export function JobPane({ jobId }: { jobId: string }) {
  const keyOf = useKeyName()
  const c = useConsole()
  const row = useRows((rows) => rows.rows.get(jobId))
  const job = row?.kind === 'job' ? row.job : null
  const brand = useRows((rows) => rows.brands.find((one) => one.id === job?.brandId))
  if (!job)
    return (
      <Notice
        title={t('pane.job.gone')}
        next={t('pane.job.gone.next', { down: keyOf('row.next'), up: keyOf('row.previous') })}
      />
    )
  return (
    <>
      <header className={pane['head']}>
        <div className={pane['line']}>
          <h2 className={pane['title']}>{t(`kind.${job.kind}`)}</h2>
          <span className={pane['number']}>{t('thread.handle', { username: job.username })}</span>
          <Button look="quiet" icon aria-label={t('pane.close')} onClick={() => closeTicket(c)}>
            <X size={14} aria-hidden="true" />
          </Button>
        </div>
        <div className={pane['tags']}>
          {brand && (
            <span className={pane['brand']}>
              <BrandSquare initials={brand.initials} fill={brand.fill} />
              {brand.name}
            </span>
          )}
        </div>
      </header>
      <div className={styles['thread']} role="log" aria-label={t('thread.label')} tabIndex={0}>
        <JobEntry job={job} />
      </div>
    </>
  )
}
