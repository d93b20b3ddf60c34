/** @file How a brand stands, in a few words: what needs a person first, then what may be missing, then how complete it is. */
import type { BrandView } from '../../shared/domain/brand.ts'
import { clockTime } from '../time.ts'
import { isUnconnected } from '../state/waiting.ts'
import type { Tone } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { syncSummary } from './sync-summary.ts'

export function brandState(brand: BrandView): { words: string; tone: Exclude<Tone, 'plain'> } {
  if (isUnconnected(brand)) return { words: t('expected.state'), tone: 'info' }
  const summary = syncSummary([brand])
  if (summary.kind === 'none' || summary.kind === 'reconnect')
    return { words: t('brands.state.reconnect'), tone: 'bad' }
  if (summary.kind === 'failing') return { words: t('sync.failing', { count: summary.count }), tone: 'bad' }
  if (summary.kind === 'doubts') return { words: t('sync.doubts', { count: summary.count }), tone: 'warn' }
  if (summary.kind === 'first') return { words: t('source.waiting'), tone: 'info' }
  return { words: t('source.ok', { time: clockTime(summary.at) }), tone: 'good' }
}
