/** @file The practice drill with keys alone: fifty tickets against the clock, a slip that is caught, and the score. */
import { violations } from './axe.ts'
import { choose, row, sitDown, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'

test('fifty tickets against the clock: it runs at once, counts what is dealt with, and scores what went wrong', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { window } = running
  await sitDown(window, 'Jo Doe', 'JD')
  await waitForTickets(window, 19)
  await choose(window, 'practice drill', 'Practice drill: fifty tickets against the clock')
  const dialog = window.getByRole('dialog', { name: 'Practice drill' })
  await expect(dialog.getByRole('button', { name: 'Start the clock' })).toBeFocused()
  await inAllLooks({ ...running, info }, 'drill-rules')
  expect(await violations(window)).toEqual([])
  await window.keyboard.press('Enter')

  const bar = window.getByRole('region', { name: 'Practice drill' })
  await expect(bar).toContainText('0 of 50 dealt with', { timeout: 30_000 })
  await expect(bar).toContainText('no misses')
  await expect(window.getByRole('region', { name: 'First steps' })).toBeHidden()
  // Who sat there sits there again.
  await expect(window.getByRole('button', { name: /Jo Doe/ })).toBeVisible()

  // What is due first is first: the lounge's kettle stands twelfth.
  await expect(row(window, 'Hollis Vane').first()).toHaveAttribute('aria-selected', 'true')
  for (let n = 1; n < 12; n++) await window.keyboard.press('j')
  await expect(row(window, 'Leopold M').first()).toHaveAttribute('aria-selected', 'true')
  await window.keyboard.press('r')
  const composer = window.getByRole('textbox', { name: /^Public reply as @kettleandco/ })
  await expect(composer).toBeFocused()
  await window.keyboard.insertText('The one in the Northwind Air lounge is the Copper 2.')
  await window.keyboard.press('Control+Enter')
  await expect(bar).toContainText('1 miss')
  await expect(bar).toContainText('0 of 50 dealt with')
  await composer.fill('That is the Copper 2, Leopold. In the shop from Monday.')
  await window.keyboard.press('Control+Enter')
  await expect(bar).toContainText('1 of 50 dealt with')
  await inAllLooks({ ...running, info }, 'drill-running')
  expect(await violations(window)).toEqual([])

  await window.keyboard.press('Escape')
  await window.keyboard.press('1')
  await window.keyboard.press('*')
  await window.keyboard.press('a')
  await expect(window.getByText('49 chosen')).toBeVisible()
  await window.keyboard.press('#')
  await expect(window.getByRole('dialog', { name: /\?$/ })).toContainText('49 tickets are chosen')
  await window.keyboard.press('Enter')
  await expect(dialog).toBeVisible({ timeout: 30_000 })
  await expect(dialog).toContainText('50 of 50 dealt with')
  await expect(dialog).toContainText('1 answered')
  await expect(dialog).toContainText('Wrong brand: once')
  await expect(dialog).toContainText('kept back by a guard rail')
  await expect(dialog).toContainText('Nobody’s number in public')
  await expect(dialog).toContainText('2 impostors overlooked')
  await inAllLooks({ ...running, info }, 'drill-score')
  expect(await violations(window)).toEqual([])
  await dialog.getByRole('button', { name: /Leopold M/ }).click()
  await expect(dialog).toBeHidden()
  await expect(window.getByRole('heading', { name: /the kettle in the Northwind Air lounge/ })).toBeVisible()
  await expect(bar).toBeHidden()
})
