/** @file Another language: the window, its menus and its dates, at once and after a restart, and nothing that is cut. */
import type { ElectronApplication } from '@playwright/test'
import { choose, row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'

const menusOf = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])

test('Spanish is spoken at once, what was being written stays, and the next start speaks it too', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { app, window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await expect(window.locator('html')).toHaveAttribute('lang', 'en-GB')
  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  await expect(window.getByRole('textbox', { name: /^Public reply as @northwindair/ })).toBeFocused()
  await window.keyboard.insertText('Mara, su maleta está en Boston.')
  await window.keyboard.press('Escape')
  await choose(window, 'language español', 'Language: Español')
  await expect(window.locator('html')).toHaveAttribute('lang', 'es-ES')
  const column = window.getByRole('listbox', { name: 'Por responder' })
  await expect(column.getByRole('option').first()).toBeVisible()
  await row(window, 'Mara Holt', 'Por responder').first().click()
  await expect(window.getByRole('textbox', { name: /@northwindair/ })).toHaveValue(
    'Mara, su maleta está en Boston.',
  )
  await inAllLooks({ app, window, info }, 'spanish')
  const menus = await menusOf(app)
  await window.keyboard.press('Escape')
  await window.keyboard.press('?')
  await expect(window.getByRole('dialog')).toBeVisible()
  await inAllLooks({ app, window, info }, 'spanish-keys')
  await running.close()

  const again = await launchSwitchboard({ profile: running.profile })
  await expect(again.window.locator('html')).toHaveAttribute('lang', 'es-ES')
  await expect(again.window.getByRole('listbox', { name: 'Por responder' })).toBeVisible()
  expect(await menusOf(again.app)).toEqual(menus)
  expect(menus).toContain('Ticket')
  expect(menus).not.toContain('View')
})
