import { expect, test } from 'vitest'
import { inOneForm, isOfAnother, withCopy, type Copied } from './copying.ts'

const copy = (copies: readonly Copied[], text: string, clientId: string) =>
  withCopy(copies, { text: inOneForm(text), clientId })

test('what was copied for one client is not pasted for another, whatever its blanks and capitals', () => {
  const copies = copy([], 'Booking\n NA-4821', 'north')
  expect(isOfAnother(copies, ' booking na-4821 ', 'lumen')).toBe(true)
  expect(isOfAnother(copies, 'booking na-4821', 'north')).toBe(false)
  expect(isOfAnother(copies, 'something else', 'lumen')).toBe(false)
})

test('copied on both screens it is both clients’, and a letter or two are nobody’s', () => {
  const both = copy(copy([], 'Thank you', 'north'), 'thank you', 'lumen')
  expect(isOfAnother(both, 'Thank you', 'lumen')).toBe(false)
  expect(isOfAnother(copy([], 'Mr', 'north'), 'Mr', 'lumen')).toBe(false)
})

test('only so many are kept', () => {
  let copies: Copied[] = []
  for (let n = 0; n < 60; n++) copies = copy(copies, `copied text ${n}`, 'north')
  expect(isOfAnother(copies, 'copied text 3', 'lumen')).toBe(false)
  expect(isOfAnother(copies, 'copied text 59', 'lumen')).toBe(true)
})
