/** @file Searching by keys alone in the real window: words, filters, what is found opened, nothing found told. */
import { row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'

test('a slash, some words, Enter: the ticket is open; filters narrow; what means nothing is named', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('/')
  const field = window.getByRole('combobox', { name: 'Search posts, direct messages, notes and tickets' })
  await expect(field).toBeFocused()
  await expect(window.getByText('from:mara')).toBeVisible()
  await inAllLooks({ ...running, info }, 'search-empty')

  await window.keyboard.type('yello')
  const found = window.getByRole('listbox', { name: 'Tickets that were found' }).getByRole('option')
  await expect(found.filter({ hasText: 'Mara Holt' })).toBeVisible()
  await expect(found.locator('mark').first()).toHaveText(/^yellow/i)
  await field.fill('yellow is:odd')
  await expect(window.getByText('Left out, since it means nothing here: is:odd')).toBeVisible()
  await inAllLooks({ ...running, info }, 'search-found')
  await field.fill('status:new')
  await expect(window.getByRole('status').filter({ hasText: /^\d+ tickets$/ })).toBeVisible()
  await inAllLooks({ ...running, info }, 'search-filter')
  await field.fill('zanzibar fishmonger')
  await expect(window.getByText('Nothing that is kept here says “zanzibar fishmonger”.')).toBeVisible()

  // Enter, faster than the answer, is for what was typed.
  await field.fill('from:priya')
  await window.keyboard.press('Enter')
  await expect(field).toHaveCount(0)
  await expect(window.getByRole('complementary', { name: 'Ticket' })).toContainText('Priya')
  // The last question is there again, ready to be written over.
  await window.keyboard.press('/')
  await expect(field).toHaveValue('from:priya')
  await field.fill('is:late -brand:lumen')
  await window.keyboard.press('Control+s')
  await expect(field).toHaveCount(0)
  const column = window.getByRole('region', { name: /^is:late -brand:lumen/ })
  await expect(column).toBeVisible()
  await inAllLooks({ ...running, info }, 'search-column')
  await column.getByRole('button', { name: /^More about/ }).click()
  await window.getByRole('menuitem', { name: 'Take this column away' }).click()
  await expect(column).toHaveCount(0)
})
