import { expect, test } from 'vitest'
import { isSameLink, linksIn } from './links.ts'

const links = (text: string, own: readonly string[] = []) => linksIn(text, own).map(({ link }) => link)

test('a link is the same with and without its scheme, its www and a slash', () => {
  expect(links('https://www.Deal.com/Now/ and deal.com/Now')).toEqual(['deal.com/Now'])
  expect(links('see help.northair.com/bags', ['northair.com'])).toEqual([])
  expect(links('see notnorthair.com/bags', ['northair.com'])).toEqual(['notnorthair.com/bags'])
})

test('a link is known by how X shortens it, and by how X shows it', () => {
  const long = { url: 'https://t.co/a1', displayUrl: 'deal.com/summer/offers…' }
  expect(isSameLink('t.co/a1', long)).toBe(true)
  expect(isSameLink('deal.com/summer/offers/12?x=1', long)).toBe(true)
  expect(isSameLink('deal.com/summer', long)).toBe(false)
  expect(isSameLink('deal.com/other', { url: 'https://t.co/b', displayUrl: 'deal.com' })).toBe(false)
  expect(isSameLink('deal.com', { url: 'https://t.co/b', displayUrl: 'deal.com' })).toBe(true)
})
