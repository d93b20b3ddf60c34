/** @file Spending in the real window: the line in the top bar, the panel by keys, a limit, and a price before sending. */
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'
import { row, skipWhoIsHere, waitForTickets } from './console.ts'

test('what today has cost is on screen, is split up, limited, and told before a dear message', async ({
  launchSwitchboard,
}, info) => {
  const { window, app } = await launchSwitchboard()
  const look = (name: string) => inAllLooks({ app, window, info }, name)
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await expect(window.getByRole('button', { name: /^\$\d+\.\d\d of \$\d+ today$/ })).toBeVisible()

  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  await window.keyboard.type('So sorry, Mara.')
  await expect(window.getByText('Sending costs $0.01')).toBeVisible()
  await window.keyboard.type(' See https://example.com/bags')
  await expect(window.getByText(/Sending costs \$0\.01 to \$0\.20/)).toBeVisible()
  await look('price')
  await window.keyboard.press('Escape')

  await window.keyboard.press('g')
  await window.keyboard.press('m')
  const panel = window.getByRole('dialog', { name: 'Spending' })
  await expect(panel.getByRole('row', { name: /^Northwind Air/ })).toContainText(/\$\d+\.\d\d of \$10/)
  await look('spending')
  await panel.getByRole('button', { name: 'Limits of Northwind Air' }).click()
  await panel.getByRole('textbox', { name: 'Cap a day' }).fill('0.001')
  await look('limits')
  await panel.getByRole('button', { name: 'Save limits' }).click()
  await expect(panel.getByRole('row', { name: /^Northwind Air/ })).toContainText('Stopped at a cap')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('button', { name: /today, stopped$/ })).toBeVisible()
})
