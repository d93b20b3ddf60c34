/** @file X's limits on what one message shows, whatever order files are attached in. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sizeLimits, type MediaKind } from '../../shared/domain/media.ts'
import { attachable } from './attach-rules.ts'

const kind = fc.constantFrom<MediaKind>('photo', 'gif', 'video')

test('whatever is attached in turn, X would take it', () => {
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 9 }), fc.constantFrom('public', 'dm'), (kinds, channel) => {
      const there: MediaKind[] = []
      for (const one of kinds) if (attachable(there, one, 1, channel) === null) there.push(one)
      const photos = there.filter((one) => one === 'photo').length
      expect(there.length).toBeLessThanOrEqual(channel === 'dm' ? 1 : 4)
      expect(photos === there.length || there.length === 1).toBe(true)
      if (kinds.length > 0) expect(there.length).toBeGreaterThan(0)
    }),
  )
})

test.each([
  ['photo', sizeLimits.photo],
  ['gif', sizeLimits.gif],
  ['video', sizeLimits.video],
] as const)('a %s of %d bytes is the largest', (added, limit) => {
  expect(attachable([], added, limit, 'public')).toBeNull()
  expect(attachable([], added, limit + 1, 'public')).toBe('too-large')
})
