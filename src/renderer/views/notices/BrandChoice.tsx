/** @file By which handle a brand speaks, and of which of its incidents it tells. */
import type { BrandView } from '../../../shared/domain/brand.ts'
import type { IncidentView } from '../../../shared/domain/incident.ts'
import { t } from '../../words.ts'
import { speakersOf } from '../speakers.ts'
import type { Target } from './use-texts.ts'
import form from '../../ui/Form.module.css'
import styles from './Notices.module.css'

/** What an agent chose for a brand. */
export type Chosen = { handleId?: string; incidentId?: string | null }

/** What of a brand is chosen; what nobody chose is its first handle, and the newest incident that goes on. */
export function targetOf(brand: BrandView, incidents: readonly IncidentView[], chosen: Chosen): Target[] {
  const speakers = speakersOf(brand)
  const handle = speakers.find(({ id }) => id === chosen.handleId) ?? speakers[0]
  if (!handle) return []
  const open = incidents.find(({ brandId }) => brandId === brand.id)?.id ?? null
  const incidentId = chosen.incidentId === undefined ? open : chosen.incidentId
  return [{ key: brand.id, brandId: brand.id, handleId: handle.id, username: handle.username, incidentId }]
}

type Props = {
  brand: BrandView | undefined
  incidents: readonly IncidentView[]
  handleId: string
  incidentId: string | null
  onChosen: (chosen: Chosen) => void
}

/** Asked only where there is a choice. */
export function BrandChoice({ brand, incidents, handleId, incidentId, onChosen }: Props) {
  if (!brand) return null
  const speakers = speakersOf(brand)
  return (
    <span className={styles['beside']}>
      {speakers.length > 1 && (
        <select
          className={form['select']}
          aria-label={t('notice.handle', { brand: brand.name })}
          value={handleId}
          onChange={(event) => onChosen({ handleId: event.target.value })}
        >
          {speakers.map(({ id, username }) => (
            <option key={id} value={id}>
              {t('thread.handle', { username })}
            </option>
          ))}
        </select>
      )}
      {incidents.length > 0 && (
        <select
          className={form['select']}
          aria-label={t('notice.incident', { brand: brand.name })}
          value={incidentId ?? ''}
          onChange={(event) =>
            onChosen({ incidentId: event.target.value === '' ? null : event.target.value })
          }
        >
          <option value="">{t('notice.incident.none')}</option>
          {incidents.map(({ id, title }) => (
            <option key={id} value={id}>
              {t('notice.incident.of', { title })}
            </option>
          ))}
        </select>
      )}
    </span>
  )
}
