/** @file What becomes of people and conversations, in the real window: forgotten, moved to X Chat. */
import { connectHandle, holdBriefly } from './connecting.ts'
import { choose, row, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const air = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }

test('a person is forgotten only when their handle was typed, and then at once', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const { window, app } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  await row(window, 'Mara Holt').first().click()
  await choose(window, 'forget', 'Forget this person')
  const dialog = window.getByRole('dialog', { name: 'Forget this person' })
  await expect(dialog).toContainText('This cannot be undone')
  const forget = dialog.getByRole('button', { name: 'Forget for good' })
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('Asked by letter')
  await expect(forget).toBeDisabled()
  await inAllLooks({ app, window, info }, 'forget')
  await dialog.getByRole('textbox', { name: 'Type maraholt to confirm' }).fill('@maraholt')
  await forget.click()
  await expect(window.getByRole('status').filter({ hasText: 'Forgotten. The receipt lies at' })).toBeVisible()
  await expect(row(window, 'Mara Holt', 'Mentions')).toHaveCount(0)
  await expect(window.getByRole('complementary', { name: 'Ticket' })).not.toContainText('Mara Holt')
  await expect(window.getByRole('alert')).toHaveCount(0)
  await world.x.close()
})

test('a conversation that X calls encrypted shows where it goes on', async ({ launchSwitchboard }, info) => {
  const world = await startWorld()
  await world.control.dm({ from: 'maraholt', to: 'northwindair', text: 'the tag is NW 4471' })
  const { window, app } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  await holdBriefly(window)
  await row(window, 'NW 4471', 'Direct messages').click()
  await world.control.fault({
    match: { method: 'POST', path: '/messages' },
    times: 1,
    kind: 'status',
    status: 403,
    body: { title: 'Forbidden', detail: 'This conversation is encrypted.', status: 403 },
  })
  await window.keyboard.press('d')
  await window.getByRole('textbox', { name: /^Direct message as @/ }).fill('Thank you, Mara.')
  await window.keyboard.press('Control+Enter')
  const notice = window.getByRole('region', { name: 'X Chat' })
  await expect(notice.first()).toContainText('has moved to X Chat', { timeout: 30_000 })
  await inAllLooks({ app, window, info }, 'x-chat')
  await expect(notice.first().getByRole('button', { name: 'Open X Chat' })).toBeVisible()
  await world.x.close()
})
