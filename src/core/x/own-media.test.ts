import { expect, test } from 'vitest'
import { isOwnMedia } from './own-media.ts'

const of = { ids: ['19', '20'], mediaKeys: ['3_1', '7_2'] }

test('the link of a message’s own pictures is told by their key or by its own page', () => {
  expect(isOwnMedia({ media_key: '3_1' }, of)).toBe(true)
  for (const page of ['x.com/maraholt/status/19/photo/1', 'twitter.com/maraholt/status/20/video/1'])
    expect(isOwnMedia({ expanded_url: `https://${page}` }, of), page).toBe(true)
  expect(isOwnMedia({ expanded_url: 'https://x.com/messages/media/20' }, of)).toBe(true)
})

test('another post’s picture, the post itself and other sites stay links', () => {
  for (const page of [
    'x.com/maraholt/status/21/photo/1',
    'x.com/maraholt/status/19',
    'x.com/maraholt/status/19/analytics',
    'x.com/messages/media/21',
    'northwind.example/photo/1',
  ])
    expect(isOwnMedia({ expanded_url: `https://${page}` }, of), page).toBe(false)
  expect(isOwnMedia({ media_key: '3_9' }, of)).toBe(false)
  expect(isOwnMedia({ expanded_url: 'nonsense' }, of)).toBe(false)
  expect(isOwnMedia({}, of)).toBe(false)
})

test('where nothing hangs, nothing is hidden', () => {
  const page = { expanded_url: 'https://x.com/maraholt/status/19/photo/1' }
  expect(isOwnMedia(page, { ids: ['19'], mediaKeys: [] })).toBe(false)
})
