/**
 * @file The two pictures of a report. Both are read without colour: bars have their numbers, and a table says the same. Drawn
 * at one size, so that screen and paper show the same picture.
 */
import { Bar, BarChart, CartesianGrid, LabelList, Legend, XAxis, YAxis } from 'recharts'
import type { Report } from '../../../shared/domain/report.ts'
import type { Category } from '../../../shared/domain/triage.ts'
import { t } from '../../words.ts'
import { count, dateWords } from './figure-words.ts'
import styles from './Reports.module.css'

const width = 660

/** Zendesk’s study of support on X: the mix that others see, in percent. */
const usual: Partial<Record<Category, number>> = { question: 48, feedback: 10, complaint: 33, negative: 9 }

export function DayChart({ days }: { days: Report['days'] }) {
  const data = days.map(({ date, messagesIn }) => ({ date, label: date.slice(8), messagesIn }))
  return (
    <figure className={styles['chart']} aria-label={t('report.days')}>
      <BarChart
        width={width}
        height={150}
        data={data}
        margin={{ top: 16, right: 8, bottom: 0, left: -16 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" interval="preserveStartEnd" stroke="var(--fg-3)" fontSize={10} />
        <YAxis allowDecimals={false} stroke="var(--fg-3)" fontSize={10} />
        <Bar
          dataKey="messagesIn"
          name={t('report.figure.messages-in')}
          fill="var(--accent)"
          isAnimationActive={false}
        />
      </BarChart>
      <details className={styles['behind-chart']}>
        <summary>{t('report.as-table')}</summary>
        <table className={styles['table']}>
          <tbody>
            {days.map(({ date, messagesIn }) => (
              <tr key={date}>
                <th scope="row">{dateWords(date)}</th>
                <td>{count(messagesIn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

export function MixChart({ categories }: { categories: Report['categories'] }) {
  const all = categories.reduce((sum, { tickets }) => sum + tickets, 0)
  const data = categories
    .filter(({ tickets }) => tickets > 0)
    .map(({ category, tickets }) => ({
      name: category === null ? t('report.unknown') : t(`category.${category}`),
      ours: Math.round((tickets / all) * 100),
      usual: category === null ? 0 : (usual[category] ?? 0),
    }))
  if (data.length === 0) return null
  return (
    <figure className={styles['chart']} aria-label={t('report.categories')}>
      <BarChart
        width={width}
        height={190}
        data={data}
        margin={{ top: 16, right: 8, bottom: 0, left: -16 }}
        accessibilityLayer={false}
      >
        <XAxis dataKey="name" stroke="var(--fg-3)" fontSize={10} interval={0} />
        <YAxis unit="%" stroke="var(--fg-3)" fontSize={10} />
        <Legend
          wrapperStyle={{ fontSize: 11 }}
          formatter={(name) => <span className={styles['legend']}>{name}</span>}
        />
        <Bar dataKey="ours" name={t('report.mix.ours')} fill="var(--accent)" isAnimationActive={false}>
          <LabelList dataKey="ours" position="top" fontSize={10} fill="var(--fg-2)" />
        </Bar>
        <Bar
          dataKey="usual"
          name={t('report.mix.usual')}
          fill="var(--bg-3)"
          stroke="var(--fg-2)"
          strokeDasharray="3 2"
          isAnimationActive={false}
        >
          <LabelList dataKey="usual" position="top" fontSize={10} fill="var(--fg-2)" />
        </Bar>
      </BarChart>
    </figure>
  )
}
