import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkedPage } from './link-page.ts'

const expanded_url = 'https://nw.example/w'

test('title and host are those of the page where the link ends', () => {
  expect(linkedPage({ title: ' Winter\n timetable ', expanded_url })).toEqual({
    page: { title: 'Winter timetable', host: 'nw.example' },
  })
  const unwound_url = 'https://www.northwind.example/winter?utm=x'
  expect(linkedPage({ title: 'Winter', expanded_url, unwound_url })).toEqual({
    page: { title: 'Winter', host: 'northwind.example' },
  })
  // A host that looks like another shows what it is.
  expect(linkedPage({ title: 'Bank', expanded_url: 'https://nоrthwind.example' }).page?.host).toMatch(
    /^xn--/u,
  )
})

test('without a title, or with an address that is none of the web, there is no page', () => {
  expect(linkedPage({ expanded_url })).toEqual({})
  expect(linkedPage({ title: '  ', expanded_url })).toEqual({})
  expect(linkedPage({ title: 'Winter' })).toEqual({})
  expect(linkedPage({ title: 'Winter', unwound_url: 'javascript:alert(1)', expanded_url })).toEqual({})
})

test('whatever X sends, a title is one line of bounded length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), fc.string(), (title, unwound_url) => {
      const { page } = linkedPage({ title, unwound_url })
      if (!page) return
      expect([...page.title].length).toBeLessThanOrEqual(200)
      expect(page.title).not.toMatch(/\n/u)
    }),
  )
})
