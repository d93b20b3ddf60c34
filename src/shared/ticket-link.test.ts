/** @file A link names a ticket or nothing. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkOfTicket, ticketInArguments, ticketOfLink } from './ticket-link.ts'

const id = '0193f0a0-0000-7000-8000-000000000001'

test('a link leads back to its ticket, as a browser hands it over too', () => {
  expect(linkOfTicket(id)).toBe(`switchboard://ticket/${id}`)
  expect(ticketOfLink(linkOfTicket(id))).toBe(id)
  expect(ticketOfLink(`switchboard://ticket/${id}/`)).toBe(id)
})

test.each([
  'switchboard://ticket/',
  `switchboard://brand/${id}`,
  `switchboard://ticket/${id}/../x`,
  `switchboard://ticket/${id}?run=1`,
  `https://ticket/${id}`,
  'switchboard://ticket/..%2f..%2fetc',
  `SWITCHBOARD://ticket/${id} --no-sandbox`,
])('%s names none', (link) => {
  expect(ticketOfLink(link)).toBeNull()
})

test('property: whatever else is given, only a whole link is one', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (others) => {
      expect(ticketInArguments(others)).toBeNull()
      expect(ticketInArguments([...others, linkOfTicket(id)])).toBe(id)
    }),
  )
})
