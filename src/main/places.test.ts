/** @file Which workspace opens first, and which may not open at all. */
import { expect, test } from 'vitest'
import { livePlace, loopbackPlace, practicePlace, refuseUnfit, startPlace } from './places.ts'

const data = '/data'
const none = { xApi: null }
const xApi = { origin: 'http://127.0.0.1:4321', loopback: true }

test('the live workspace comes first once it was opened, and only on a fit runtime', () => {
  expect(startPlace(data, none, { fit: true }, true).id).toBe('live')
  expect(startPlace(data, none, { fit: true }, false).id).toBe('practice')
  expect(startPlace(data, none, { fit: false }, true).id).toBe('practice')
})

test('a development origin has a workspace of its own, never an existing one', () => {
  const place = startPlace(data, { xApi }, { fit: true }, true)
  expect(place).toMatchObject({
    kind: 'loopback',
    stamp: xApi.origin,
    x: { origin: xApi.origin, webOrigin: xApi.origin },
  })
  expect(place.id).toMatch(/^loopback-4321-[0-9a-f]{8}$/)
  const other = loopbackPlace(data, { origin: 'http://localhost:4321', loopback: true })
  expect(other.id).not.toBe(place.id)
  expect(new Set([place, other, livePlace(data), practicePlace(data)].map(({ folder }) => folder)).size).toBe(
    4,
  )
})

test('practice is stamped by what it is: its port changes with each start', () => {
  expect(practicePlace(data)).toMatchObject({ stamp: 'practice', x: null })
})

test('an unfit runtime opens what never leaves this machine, and names itself otherwise', () => {
  const unfit = { fit: false, electron: '33.2.1' }
  const remote = { origin: 'https://x.example.org', loopback: false }
  expect(() => refuseUnfit(practicePlace(data), unfit, null)).not.toThrow()
  expect(() => refuseUnfit(loopbackPlace(data, xApi), unfit, xApi)).not.toThrow()
  expect(() => refuseUnfit(loopbackPlace(data, remote), unfit, remote)).toThrow('workspace.runtime-unfit')
  expect(() => refuseUnfit(livePlace(data), unfit, null)).toThrow('workspace.runtime-unfit')
  expect(() => refuseUnfit(livePlace(data), { fit: true, electron: '45' }, null)).not.toThrow()
})
