/** @file One line from the states of all sources: the oldest counts, and what needs a person counts most. */
import type { BrandView, SourceKind } from '../../shared/domain/brand.ts'
import { doubtsOf } from './coverage.ts'

export type SyncSummary =
  | { kind: 'none' }
  | { kind: 'reconnect'; username: string }
  | { kind: 'failing'; count: number }
  | { kind: 'first' }
  /** Spans are missing, or a silence is odd. */
  | { kind: 'doubts'; count: number }
  /** `live`: X tells by itself what happens to every handle; what was read proves that it left nothing out. */
  | { kind: 'complete'; at: number; live: boolean }

/** What agents count on to be here; searches may take their time. */
const prompt: ReadonlySet<SourceKind> = new Set<SourceKind>(['mentions', 'dms', 'posts'])

export function syncSummary(brands: readonly BrandView[]): SyncSummary {
  const handles = brands.flatMap((brand) => brand.handles).filter((handle) => handle.state !== 'removed')
  if (handles.length === 0) return { kind: 'none' }
  const gone = handles.find((handle) => handle.state === 'reconnect')
  if (gone) return { kind: 'reconnect', username: gone.username }
  const sources = handles.flatMap((handle) => handle.sources)
  const failing = sources.filter((source) => source.state === 'failed').length
  if (failing > 0) return { kind: 'failing', count: failing }
  let oldest = Infinity
  for (const source of sources.filter(({ source: kind }) => prompt.has(kind))) {
    if (source.completeToAt === null) return { kind: 'first' }
    oldest = Math.min(oldest, source.completeToAt)
  }
  const count = sources.reduce((sum, source) => sum + doubtsOf(source).length, 0)
  if (count > 0) return { kind: 'doubts', count }
  return Number.isFinite(oldest)
    ? { kind: 'complete', at: oldest, live: handles.every((handle) => handle.live) }
    : { kind: 'first' }
}
