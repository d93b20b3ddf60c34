/** @file What may be attached to one message, by X's limits. Pure. */
import { photosAtMost, sizeLimits, type MediaKind } from '../../shared/domain/media.ts'

/** Why a file may not be attached; null when it may. */
export type NotAttachable = 'too-large' | 'too-many' | null

/**
 * Four photos, or one GIF, or one film; with a direct message one of any.
 * @param there what is attached already · @param bytes the size of the new file
 */
export function attachable(
  there: readonly MediaKind[],
  added: MediaKind,
  bytes: number,
  channel: 'public' | 'dm',
): NotAttachable {
  if (bytes > sizeLimits[added]) return 'too-large'
  if (there.length === 0) return null
  const photosOnly = added === 'photo' && there.every((kind) => kind === 'photo')
  return channel === 'public' && photosOnly && there.length < photosAtMost ? null : 'too-many'
}
