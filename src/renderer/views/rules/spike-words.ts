/** @file A spike in words, and what an incident of it would be called. */
import type { Spike } from '../../../shared/domain/alert.ts'
import { Category } from '../../../shared/domain/triage.ts'
import type { IncidentAbout } from '../../state/session.ts'
import { t } from '../../words.ts'

const named = ({ about, value }: Spike): string => {
  const category = about === 'category' ? Category.safeParse(value).data : undefined
  return category === undefined ? value : t(`category.${category}`)
}

export const spikeWords = (spike: Spike): string =>
  t(`alert.spike.${spike.about}`, { value: named(spike), count: spike.count, usual: Math.round(spike.usual) })

/** Only a word of the messages finds more of them. Null: nothing is known of what it is about. */
export function spikeAbout(spike: Spike): IncidentAbout | null {
  if (spike.about === 'all') return null
  return { title: named(spike), term: spike.about === 'word' ? spike.value : '' }
}
