/** @file The first minute: four keys are learned by pressing them, and three mistakes are caught. */
import { choose, row, sitDown, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'

test('four steps go on as they are done, three mistakes are caught, and then nobody asks again', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { window } = running
  await sitDown(window, 'Jo Doe', 'JD')
  await waitForTickets(window, 19)
  const tour = window.getByRole('region', { name: 'First steps' })
  await expect(tour).toContainText('Step 1 of 4')
  await inAllLooks({ ...running, info }, 'tour-step')
  await window.keyboard.press('j')
  await expect(tour).toContainText('Step 2 of 4')
  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  await expect(tour).toContainText('Step 3 of 4')
  const composer = window.getByRole('textbox', { name: /^Public reply as @/ })
  await expect(composer).toBeFocused()
  await window.keyboard.insertText('So sorry, Mara. The courier calls you from +44 20 7946 0958.')
  await expect(window.getByRole('region', { name: 'Guard rails' })).toContainText('+44 20 7946 0958')
  await composer.fill('So sorry, Mara. Lumen Broadband looks into it.')
  await expect(window.getByRole('region', { name: 'Guard rails' })).toContainText('Lumen')
  await composer.fill('So sorry, Mara. Your bag is in Boston.')
  await expect(window.getByRole('region', { name: 'Guard rails' })).toBeHidden()
  await window.keyboard.press('Control+Enter')
  await expect(tour).toContainText('Step 4 of 4')
  await window.keyboard.press('z')
  await expect(tour).toContainText('Nothing of it got out.')
  await expect(composer).toHaveValue('So sorry, Mara. Your bag is in Boston.')
  await inAllLooks({ ...running, info }, 'tour-tries')
  await tour.getByRole('button', { name: 'Close' }).click()
  await expect(tour).toBeHidden()
  await running.close()

  const again = await launchSwitchboard({ profile: running.profile })
  await waitForTickets(again.window, 19)
  await expect(again.window.getByRole('region', { name: 'First steps' })).toBeHidden()
  await again.window.keyboard.press('Escape')
  await choose(again.window, 'first steps', 'Show the first steps')
  await expect(again.window.getByRole('region', { name: 'First steps' })).toContainText('Step 1 of 4')
})
