/** @file A link to a ticket starts the program on that ticket, one to nothing says so; a ticket is copied as text. */
import { z } from 'zod'
import { callCore } from './bridge.ts'
import { choose, row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'

const Page = z.object({
  rows: z.array(z.object({ card: z.object({ ticketId: z.string(), number: z.number() }) })),
})

test('a link opens its ticket, and what it names is looked up before anything changes', async ({
  launchSwitchboard,
}) => {
  const first = await launchSwitchboard()
  await skipWhoIsHere(first.window)
  await waitForTickets(first.window, 19)
  await row(first.window, 'Ines Rocha').first().click()
  await choose(first.window, 'copy the link', 'Copy the link of the ticket')
  await expect(first.window.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible()
  await choose(first.window, 'ticket as text', 'Copy the ticket as text')
  await expect(first.window.getByRole('status').filter({ hasText: 'Ticket copied as text' })).toBeVisible()
  const copied = await first.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toMatch(
    /^#\d+ .*\nLumen Broadband · New · Ines Rocha · @inesrocha\nswitchboard:\/\/ticket\//,
  )
  expect(copied).toContain('Estamos sem internet')
  const page = Page.parse(
    await callCore(first.window, 'column.page', { columnId: 'mentions:all', after: null, limit: 20 }),
  )
  const last = page.rows.at(-1)?.card
  if (!last) throw new Error('no mention')
  await first.close()

  const link = `switchboard://ticket/${last.ticketId}`
  const second = await launchSwitchboard({ profile: first.profile, args: [link] })
  const pane = second.window.getByRole('complementary', { name: 'Ticket' })
  await expect(pane).toContainText(`#${last.number}`)
  await second.close()

  const missing = 'switchboard://ticket/0193f0a0-0000-7000-8000-000000000001'
  const third = await launchSwitchboard({ profile: first.profile, args: [missing] })
  await expect(third.window.getByRole('alert')).toContainText('ticket')
})
