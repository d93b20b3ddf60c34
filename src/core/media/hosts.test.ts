/** @file Which addresses are followed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, avatarAddress, dmMediaOf } from './hosts.ts'

const x = 'https://api.x.com'
const practice = 'http://127.0.0.1:4010'

test.each([
  'https://pbs.twimg.com/media/a.jpg?name=small',
  'https://video.twimg.com/ext_tw_video/1/pu/vid/a.mp4?tag=12',
  'https://abs.twimg.com/a.png',
])('%s is X’s own', (url) => {
  expect(addressOf(url, x)?.href).toBe(url)
})

test.each([
  'http://pbs.twimg.com/media/a.jpg',
  'https://pbs.twimg.com:8443/a.jpg',
  'https://user:word@pbs.twimg.com/a.jpg',
  'https://pbs.twimg.com.example.org/a.jpg',
  'https://example.org/pbs.twimg.com/a.jpg',
  'https://twimg.com/a.jpg',
  'https://127.0.0.1/a.jpg',
  'http://127.0.0.1:4010/a.jpg',
  'http://169.254.169.254/latest/meta-data',
  'https://ton.x.com/1.1/ton/data/dm/1/2/a.jpg',
  'file:///etc/passwd',
  'data:image/png;base64,AAAA',
  'ftp://pbs.twimg.com/a',
  '//pbs.twimg.com/a',
  '',
])('%s is followed to nowhere', (url) => {
  expect(addressOf(url, x)).toBeNull()
})

test('a workspace of this machine fetches from its own X alone, wherever that listens now', () => {
  expect(addressOf('http://127.0.0.1:9999/media/1', practice)?.href).toBe('http://127.0.0.1:4010/media/1')
  expect(addressOf('https://pbs.twimg.com/a.jpg', practice)).toBeNull()
  expect(addressOf('http://192.168.0.1/media/1', practice)).toBeNull()
})

test('no other host is reached, whatever the address looks like', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
      const address = addressOf(url, x)
      expect(address === null || address.hostname.endsWith('.twimg.com')).toBe(true)
      expect(addressOf(url, practice)).toBeNull()
    }),
  )
})

test('pictures of direct messages are known by their address', () => {
  const ref = { dmId: '11', mediaId: '22', resourceId: 'hVJQTwig.jpg' }
  expect(dmMediaOf('https://ton.x.com/1.1/ton/data/dm/11/22/hVJQTwig.jpg', x)).toEqual(ref)
  expect(dmMediaOf('https://ton.twitter.com/1.1/ton/data/dm/11/22/hVJQTwig.jpg', x)).toEqual(ref)
  expect(dmMediaOf('https://api.x.com/2/dm_conversations/media/11/22/hVJQTwig.jpg', x)).toEqual(ref)
  expect(dmMediaOf('http://127.0.0.1:1/1.1/ton/data/dm/11/22/hVJQTwig.jpg', practice)).toEqual(ref)
  expect(dmMediaOf('https://example.org/1.1/ton/data/dm/11/22/hVJQTwig.jpg', x)).toBeNull()
  expect(dmMediaOf('https://ton.x.com/1.1/ton/data/dm/11/22/../../a.jpg', x)).toBeNull()
  expect(dmMediaOf('https://pbs.twimg.com/media/a.jpg', x)).toBeNull()
})

test('profile pictures come in the size that a dense screen needs', () => {
  expect(avatarAddress('https://pbs.twimg.com/profile_images/1/a_normal.jpg')).toMatch(/a_bigger\.jpg$/)
  expect(avatarAddress('https://pbs.twimg.com/profile_images/1/a.jpg')).toMatch(/a\.jpg$/)
})
