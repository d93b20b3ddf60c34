/** @file Listening in the real window: a saved search is tried, kept and fills its column; what is missing is told, and goes. */
import type { Page } from '@playwright/test'
import { connectHandle } from './connecting.ts'
import { row, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const air = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }

test('a saved search is tried, kept, and its column fills; a post of nobody’s is answered on X alone', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  await world.control.post({ by: 'maraholt', text: 'another strike at the airport, third this month' })
  const { window, app, close } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  await window.keyboard.press('g')
  await window.keyboard.press('l')
  const brands = window.getByRole('dialog', { name: 'Which brand listens?' })
  await brands.getByRole('button', { name: /^Northwind Air/ }).click()
  const dialog = window.getByRole('dialog', { name: 'Listening of Northwind Air' })
  await dialog.getByRole('textbox', { name: 'Name of the column' }).fill('Strikes')
  await dialog.getByRole('textbox', { name: 'Search, in X’s own words' }).fill('strike -is:retweet')
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(dialog.getByRole('status')).toContainText(/a day, \$\d+\.\d\d a day .* cost \$0\.\d+\.$/)
  await inAllLooks({ app, window, info }, 'listening-form')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByRole('listitem')).toContainText(/Strikes.*Complete to/s)
  await inAllLooks({ app, window, info }, 'listening')
  await window.keyboard.press('Escape')

  await window
    .getByRole('navigation', { name: 'Decks' })
    .getByRole('button', { name: 'Northwind Air' })
    .click()
  const found = row(window, 'Mara Holt', 'Strikes')
  await expect(found).toContainText('another strike at the airport')
  await window.keyboard.press('0')
  await expect(found).toHaveAttribute('aria-selected', 'true')
  await window.keyboard.press('Enter')
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  await expect(pane).toContainText('Nobody asked @northwindair here')
  await expect(pane.getByRole('button', { name: 'Reply on X' })).toBeVisible()
  await inAllLooks({ app, window, info }, 'found')
  await window.keyboard.press('r')
  await expect(window.getByText('X lets a handle answer only those who name or quote it.')).toBeVisible()
  await window.keyboard.press('e')
  await expect(pane).toContainText('Nobody asked @northwindair here')

  await window.keyboard.press('g')
  await window.keyboard.press('l')
  await dialog.getByRole('button', { name: 'Remove Strikes' }).click()
  await dialog.getByRole('alert').getByRole('button', { name: 'Remove' }).click()
  await expect(dialog).toContainText('Listen to something new')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('listbox', { name: 'Strikes' })).toBeHidden()
  await close()
  await world.x.close()
})

test('a span that X did not show stands over its column, and goes once it is here', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const first = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(first.window)
  await connectHandle(first.window, world, air)
  await expect(row(first.window, 'Mara Holt', 'Mentions').first()).toBeVisible()
  await world.control['mis-page']({ list: 'mentions', flaw: 'empty-page' })
  await world.control['mis-page']({ list: 'search', flaw: 'empty-page' })
  await world.control.post({ by: 'kimtweets', text: '@northwindair is anybody there?' })
  const gap = (window: Page) =>
    window.getByRole('region', { name: /^Mentions/ }).getByText(/X’s pages of .* led nowhere/)
  await expect(gap(first.window)).toBeVisible({ timeout: 30_000 })
  await inAllLooks({ app: first.app, window: first.window, info }, 'gap')
  await first.window.keyboard.press('ControlOrMeta+,')
  await expect(first.window.getByRole('dialog', { name: 'Brands and handles' })).toContainText('led nowhere')
  await inAllLooks({ app: first.app, window: first.window, info }, 'gap-brands')
  await first.close()

  await world.control['flaws.clear']({})
  const again = await launchSwitchboard({ env: world.env, profile: first.profile })
  await expect(row(again.window, 'Kim', 'Mentions')).toContainText('is anybody there?')
  await expect(gap(again.window)).toBeHidden()
  await again.close()
  await world.x.close()
})
