/** @file Which handles of a brand can speak at this moment. */
import type { BrandView, HandleView } from '../../shared/domain/brand.ts'

export const speakersOf = (brand: BrandView): HandleView[] =>
  brand.handles.filter((handle) => handle.state === 'connected' || handle.state === 'memory-only')
