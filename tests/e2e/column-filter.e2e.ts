/** @file A column narrowed by keys: what fits stays, chips say why, and it is still so after a restart. */
import { row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'

test('Ctrl+F narrows the column, a chip goes with a click, what means nothing is struck out, and a restart keeps it', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  const list = window.getByRole('listbox', { name: 'Needs a reply' })
  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('Control+f')
  const field = window.getByRole('textbox', { name: 'Filter of Needs a reply' })
  await expect(field).toBeFocused()
  await inAllLooks({ ...running, info }, 'filter-typing')
  await window.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await expect(list).toBeFocused()

  await window.keyboard.press('Control+f')
  await window.keyboard.type('from:mara is:odd')
  await window.keyboard.press('Enter')
  await expect(row(window, 'Mara Holt').first()).toBeVisible()
  await expect(row(window, 'Priya')).toHaveCount(0)
  await expect(list).toBeFocused()
  const bar = window.getByRole('group', { name: 'Filter of Needs a reply' })
  await expect(bar.getByRole('button', { name: 'Take “is:odd” out of the filter' })).toHaveAttribute(
    'title',
    'Means nothing here, and is left out',
  )
  await inAllLooks({ ...running, info }, 'filter-kept')
  await bar.getByRole('button', { name: 'Take “is:odd” out of the filter' }).click()
  await expect(bar.getByRole('button', { name: 'Take “is:odd” out of the filter' })).toHaveCount(0)

  await window.keyboard.press('Control+f')
  await window.keyboard.type('zanzibar')
  await window.keyboard.press('Enter')
  await expect(window.getByText('Nothing here fits the filter.')).toBeVisible()
  await inAllLooks({ ...running, info }, 'filter-empty')
  await window.getByRole('button', { name: 'Show everything' }).click()
  await waitForTickets(window, 19)
  await expect(bar).toHaveCount(0)

  await window.keyboard.press('Control+f')
  await window.keyboard.type('is:dm')
  await window.keyboard.press('Enter')
  await expect(bar).toBeVisible()
  await running.close()
  const again = await launchSwitchboard({ profile: running.profile })
  await expect(
    again.window
      .getByRole('group', { name: 'Filter of Needs a reply' })
      .getByRole('button', { name: /is:dm/ }),
  ).toBeVisible({ timeout: 30_000 })
})
