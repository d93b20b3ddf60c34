/** @file One brand alone on the screen, for calls: nothing of another one anywhere, not even after a reload. */
import { callCore, stateOf } from './bridge.ts'
import { row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'

const others = /Lumen|Kettle|Metro/

test('one key leaves one brand, in every corner; a reload shows no more; the same key shows all', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await row(window, 'Mara Holt').first().click()
  await expect(window.locator('body')).toContainText(others)
  await window.keyboard.press('Control+Shift+L')
  const mark = window.getByRole('button', { name: /^Only Northwind Air is shown/ })
  await expect(mark).toBeVisible()
  await expect(row(window, 'Mara Holt').first()).toBeVisible()
  await expect(window.locator('body')).not.toContainText(others)
  await inAllLooks({ ...running, info }, 'client-safe')

  const looked = async (keys: string[]): Promise<void> => {
    for (const key of keys) await window.keyboard.press(key)
    await expect(window.getByRole('dialog')).toBeVisible()
    await expect(window.getByRole('dialog')).not.toContainText(others)
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toHaveCount(0)
  }
  await looked(['Control+k'])
  await looked(['g', 'v'])
  await looked(['g', 'n'])
  await looked(['g', 'j'])
  await looked(['Shift+N'])
  await looked(['g', 'h'])
  await looked(['Control+,'])
  await looked(['c'])
  await window.keyboard.press('/')
  const field = window.getByRole('combobox', { name: /^Search posts/ })
  await field.fill('status:new')
  await expect(window.getByRole('status').filter({ hasText: /ticket/ })).toBeVisible()
  await expect(window.locator('body')).not.toContainText(others)
  await window.keyboard.press('Escape')
  await expect(field).toHaveCount(0)

  await window.reload()
  await expect.poll(() => stateOf(window)).toBe('open')
  await expect(mark).toBeVisible()
  await expect(row(window, 'Mara Holt').first()).toBeVisible()
  await expect(window.locator('body')).not.toContainText(others)
  // Core itself hides nothing: it is this screen that does.
  expect(JSON.stringify(await callCore(window, 'brand.list'))).toMatch(others)

  await mark.click()
  await expect(mark).toHaveCount(0)
  await expect(window.locator('body')).toContainText(others)
})
