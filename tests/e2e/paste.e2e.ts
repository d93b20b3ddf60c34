/** @file An agency arrives with 25 clients, with keys alone: the list, the rail, and one handle after the other. */
import type { Page } from '@playwright/test'
import { must } from '../../src/shared/must.ts'
import { violations } from './axe.ts'
import { choose, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { consent, startWorld } from './world.ts'

const others = Array.from({ length: 21 }, (_, n) => `Client ${n + 3}\tBrand ${n + 3}\t@client_${n + 3}`)
const list = [
  'Northwind Group, Northwind Air, @northwindair',
  'Kettle & Co: @kettleandco @kettlehelp',
  'https://x.com/tokyometro_jp',
  'Reisebüro Schönhausen-Waldmünchen, @reisebuero_sw',
  ...others,
  'a client without a handle',
  'Kettle again, @KettleAndCo',
].join('\n')

const rail = (window: Page) => window.getByRole('navigation', { name: 'Brands' })
const unconnected = (window: Page) => rail(window).getByRole('button', { name: /not connected yet/ })

/** The address of the consent page that the dialog shows. */
async function address(window: Page, name: string): Promise<string> {
  const shown = window.getByRole('dialog', { name }).getByText(/^http:\/\/127\.0\.0\.1:\d+\/i\/oauth2\//)
  await expect(shown).toBeVisible()
  return must(await shown.textContent(), 'the address')
}

test('a list of 25 clients stands at once, is taken back, and is connected handle by handle', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const running = await launchSwitchboard({ env: world.env })
  const { window } = running
  const keys = window.keyboard
  await skipWhoIsHere(window)
  await expect(window.getByRole('button', { name: 'Paste a list of clients' })).toBeVisible()
  await inAllLooks({ ...running, info }, 'paste-first')

  await choose(window, 'paste a list', 'Paste a list of clients')
  const dialog = window.getByRole('dialog', { name: 'Paste a list of clients' })
  await expect(dialog.getByRole('textbox', { name: 'Clients, one a line' })).toBeFocused()
  await keys.insertText(list)
  await expect(dialog.getByRole('status')).toHaveText('25 clients, 26 handles, 2 lines left out')
  await expect(dialog.getByRole('row', { name: /Kettle again/ })).toContainText(
    '@KettleAndCo is on line 2 already',
  )
  await inAllLooks({ ...running, info }, 'paste-preview', () => expectNothingClipped(dialog))
  expect(await violations(window)).toEqual([])
  await keys.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(unconnected(window)).toHaveCount(25)

  await keys.press('z')
  await expect(unconnected(window)).toHaveCount(0)
  await expect(window.getByText('No handle is connected yet.')).toBeVisible()
  await choose(window, 'paste a list', 'Paste a list of clients')
  await expect(dialog.getByRole('textbox', { name: 'Clients, one a line' })).toBeFocused()
  await keys.insertText(list)
  await keys.press('Control+Enter')
  await expect(unconnected(window)).toHaveCount(25)

  await keys.press('g')
  await keys.press('b')
  await keys.insertText('brand 23')
  await keys.press('Enter')
  await expect(window.getByText('Brand 23 is not connected yet.')).toBeVisible()
  await expect(window.getByRole('button', { name: 'Connect @client_23' })).toBeFocused()
  await expect(rail(window).getByRole('button', { name: /^Brand 23 / })).toBeInViewport()
  await inAllLooks({ ...running, info }, 'paste-rail')
  expect(await violations(window)).toEqual([])

  await keys.press('Control+,')
  const brands = window.getByRole('dialog', { name: 'Brands and handles' })
  await expect(brands.getByRole('button', { name: 'Connect @northwindair' })).toBeFocused()
  await inAllLooks({ ...running, info }, 'paste-brands', () => expectNothingClipped(brands))
  expect(await violations(window)).toEqual([])

  await keys.press('Enter')
  const first = window.getByRole('dialog', { name: 'Connect @northwindair for Northwind Air' })
  const app = must(
    world.x.grants.apps.find((one) => one.name === 'Practice Desk'),
    'the app of the scenario',
  )
  await first.getByRole('textbox', { name: 'Client ID (OAuth 2.0)' }).focus()
  await keys.insertText(app.clientId)
  await keys.press('Enter')
  const wrong = await address(window, 'Connect @northwindair for Northwind Air')
  await consent(wrong, { user: 'kettleandco', decision: 'approve' })
  await expect(first.getByRole('alert')).toContainText(
    'You signed in as @kettleandco, but Northwind Air waits for @northwindair. Nothing was connected.',
  )
  await expect(first.getByRole('button', { name: 'Start again' })).toBeFocused()
  await inAllLooks({ ...running, info }, 'paste-wrong-account', () => expectNothingClipped(first))
  await keys.press('Enter')
  await consent(await address(window, 'Connect @northwindair for Northwind Air'), {
    user: 'northwindair',
    decision: 'approve',
  })
  await expect(first).toContainText('@northwindair is connected')
  await expect(first).toContainText('25 more handles wait for a sign-in.')
  await expect(first.getByRole('button', { name: 'Connect @kettleandco' })).toBeFocused()
  await inAllLooks({ ...running, info }, 'paste-next', () => expectNothingClipped(first))
  expect(await violations(window)).toEqual([])

  await keys.press('Enter')
  const second = 'Connect @kettleandco for Kettle & Co'
  await consent(await address(window, second), { user: 'kettleandco', decision: 'approve' })
  await expect(window.getByRole('button', { name: 'Connect @kettlehelp' })).toBeFocused()
  await keys.press('Escape')
  await expect(unconnected(window)).toHaveCount(23)
  await expect(rail(window).getByRole('button', { name: /^Northwind Air \(NA\), \d+ need/ })).toBeVisible()
  await choose(window, 'next handle', 'Connect the next handle that waits')
  await expect(window.getByRole('dialog', { name: 'Connect @client_23 for Brand 23' })).toBeVisible()
  await keys.press('Escape')
  await world.x.close()
})
