/** @file What waits of one brand, line by line, and what others left about it. */
import type { HandoverLine, HandoverOfBrand, HandoverWords } from '../../../shared/domain/handover.ts'
import { writtenAt } from '../../time.ts'
import { BrandSquare } from '../../ui/BrandSquare.tsx'
import { t } from '../../words.ts'
import { useRows, useTimed } from '../console-context.ts'
import { lineTone } from './line-tone.ts'
import styles from './Handover.module.css'

function Words({ words }: { words: HandoverWords }) {
  const { text, by, leftAt, takenBy, takenAt } = words
  const left = useTimed((now) => writtenAt(now, leftAt))
  const taken = useTimed((now) => (takenAt === null ? '' : writtenAt(now, takenAt)))
  const nobody = t('handover.somebody')
  return (
    <figure className={styles['words']}>
      <blockquote dir="auto">{text}</blockquote>
      <figcaption>
        {[
          t('handover.words.by', { by: by ?? nobody, at: left }),
          takenAt === null
            ? t('handover.words.open')
            : t('handover.words.taken', { by: takenBy ?? nobody, at: taken }),
        ].join(t('app.separator'))}
      </figcaption>
    </figure>
  )
}

/** @param open the line whose rows are shown */
export function BrandLines({
  of,
  open,
  onOpen,
}: {
  of: HandoverOfBrand
  open: HandoverLine | null
  onOpen: (line: HandoverLine) => void
}) {
  const brand = useRows((rows) => rows.brands.find(({ id }) => id === of.brandId))
  if (!brand) return null
  return (
    <section className={styles['brand']} aria-label={brand.name}>
      <h3 className={styles['name']}>
        <BrandSquare initials={brand.initials} fill={brand.fill} />
        <span dir="auto">{brand.name}</span>
        {of.lines.length === 0 && <span className={styles['quiet']}>{t('handover.nothing')}</span>}
      </h3>
      {of.words.map((words) => (
        <Words key={words.id} words={words} />
      ))}
      {of.lines.length > 0 && (
        <ul className={styles['list']}>
          {of.lines.map(({ line, count }) => (
            <li key={line}>
              <button
                type="button"
                data-stop=""
                className={styles['line']}
                aria-pressed={open === line}
                onClick={() => onOpen(line)}
              >
                <b className={styles[lineTone(line)]}>{count}</b>
                <span>{t(`handover.line.${line}`, { count })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
