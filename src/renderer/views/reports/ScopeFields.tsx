/** @file Whose report it is to be, from when to when, and what of it. */
import { useEffect, useState, type RefObject } from 'react'
import type { ReportAsked, ReportScope } from '../../../shared/domain/report.ts'
import { Category } from '../../../shared/domain/triage.ts'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { dayAfter, lastDay, periodOf, presets, type Preset } from './periods.ts'
import styles from './Reports.module.css'

/** Labels that a report of these brands can be narrowed to. */
function useTags(brandIds: readonly string[]): readonly string[] {
  const c = useConsole()
  const [tags, setTags] = useState<readonly string[]>([])
  const key = brandIds.join()
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const labels = await c.call('report.tags', { brandIds: key.split(',') })
      if (!gone) setTags(labels)
    })
    return () => {
      gone = true
    }
  }, [c, key])
  return tags
}

type Props = {
  first: RefObject<HTMLSelectElement | null>
  preset: Preset
  asked: ReportAsked
  onAsked: (asked: ReportAsked, preset: Preset) => void
}

export function ScopeFields({ first, preset, asked, onAsked }: Props) {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const { scope, period } = asked
  const agents = useRows((rows) => rows.session?.agents) ?? []
  const tags = useTags(scope.brandIds)
  const clients = [...new Map(brands.map(({ clientId, clientName }) => [clientId, clientName]))]
  const ofClient = (clientId: string): string[] =>
    brands.filter((brand) => brand.clientId === clientId).map(({ id }) => id)
  const all = brands.map(({ id }) => id)
  const narrow = (change: Partial<ReportScope>) => onAsked({ scope: { ...scope, ...change }, period }, preset)
  const chosen =
    scope.brandIds.length === all.length
      ? 'all'
      : scope.brandIds.length === 1
        ? `brand ${scope.brandIds[0] ?? ''}`
        : `client ${clients.find(([id]) => ofClient(id).join() === scope.brandIds.join())?.[0] ?? ''}`
  const choose = (value: string) => {
    const [kind, id = ''] = value.split(' ')
    narrow({ brandIds: kind === 'all' ? all : kind === 'client' ? ofClient(id) : [id], tag: null })
  }
  const days = (from: string, last: string) => {
    if (from !== '' && last !== '' && from <= last)
      onAsked({ scope, period: { from, until: dayAfter(last, 1) } }, 'custom')
  }
  return (
    <div className={styles['scope']}>
      <label>
        {t('report.brands')}
        <select ref={first} value={chosen} onChange={(event) => choose(event.target.value)}>
          {all.length > 1 && <option value="all">{t('report.brands.all')}</option>}
          {clients
            .filter(([id]) => ofClient(id).length > 1 && ofClient(id).length < all.length)
            .map(([id, name]) => (
              <option key={id} value={`client ${id}`}>
                {t('report.brands.client', { name })}
              </option>
            ))}
          {brands.map(({ id, name }) => (
            <option key={id} value={`brand ${id}`}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('report.period')}
        <select
          value={preset}
          onChange={(event) => {
            const next = presets.find((one) => one === event.target.value) ?? 'last-month'
            onAsked({ scope, period: next === 'custom' ? period : periodOf(next, c.now()) }, next)
          }}
        >
          {presets.map((one) => (
            <option key={one} value={one}>
              {t(`report.period.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('report.from')}
        <input
          type="date"
          value={period.from}
          max={lastDay(period)}
          onChange={(event) => days(event.target.value, lastDay(period))}
        />
      </label>
      <label>
        {t('report.until')}
        <input
          type="date"
          value={lastDay(period)}
          min={period.from}
          onChange={(event) => days(period.from, event.target.value)}
        />
      </label>
      <label>
        {t('report.agent')}
        <select
          value={scope.agentId ?? ''}
          onChange={(event) => narrow({ agentId: event.target.value || null })}
        >
          <option value="">{t('report.agent.all')}</option>
          {agents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('report.tag')}
        <select value={scope.tag ?? ''} onChange={(event) => narrow({ tag: event.target.value || null })}>
          <option value="">{t('report.tag.all')}</option>
          {tags.map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('report.category')}
        <select
          value={scope.category ?? ''}
          onChange={(event) =>
            narrow({ category: Category.options.find((one) => one === event.target.value) ?? null })
          }
        >
          <option value="">{t('report.category.all')}</option>
          {Category.options.map((category) => (
            <option key={category} value={category}>
              {t(`category.${category}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
