/** @file Triage in the real window: what a ticket is and why, another category with one key, an impostor caught. */
import { connectHandle } from './connecting.ts'
import { row, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const air = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }

test('a ticket says what it is and why, a key says it better, and an impostor is answered with a warning', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld([
    { type: 'user', username: 'northwind_air', name: 'Northwind Air Help', followers: 3 },
  ])
  const { id } = await world.control.post({
    by: 'teaandtoast',
    text: '@northwindair third time you lost my bag, this is ridiculous. I called twice, no answer. Refund please, call me on +44 20 7946 0958',
  })
  await world.control.post({
    by: 'northwind_air',
    text: '@teaandtoast @northwindair We are sorry! Send us your card number and we refund you today.',
    replyTo: id,
  })
  const { window, app, close } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  const card = row(window, 'Kettle fan', 'Mentions')
  await expect(card).toContainText('Impostor?')
  await card.click()
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  await expect(pane).toContainText('“third time”')
  await inAllLooks({ app, window, info }, 'triage-pane')

  await window.keyboard.press('Shift+Y')
  const why = window.getByRole('dialog', { name: 'Why this is here, and why now' })
  await expect(why).toContainText('Complaint, because of:')
  await expect(why).toContainText('The customer named @northwindair in a post.')
  await expect(why).toContainText('a phone number')
  await inAllLooks({ app, window, info }, 'triage-why', () => expectNothingClipped(why))
  await window.keyboard.press('Escape')

  await window.keyboard.press('t')
  const categories = window.getByRole('dialog', { name: 'What is it?' })
  await expect(categories.getByRole('button', { name: /^Complaint/ })).toBeFocused()
  await inAllLooks({ app, window, info }, 'triage-category', () => expectNothingClipped(categories))
  await window.keyboard.press('n')
  await expect(pane.getByRole('button', { name: 'Negative', exact: true })).toBeVisible()
  await window.keyboard.press('Control+K')
  await window.getByRole('combobox').fill('learnt')
  await window.keyboard.press('Enter')
  const learned = window.getByRole('dialog', { name: 'What triage has learnt here' })
  await expect(learned.getByRole('listitem').filter({ hasText: '“refund”' })).toHaveCount(2)
  await inAllLooks({ app, window, info }, 'triage-learned', () => expectNothingClipped(learned))
  await window.keyboard.press('Escape')
  await window.keyboard.press('z')
  await expect(pane.getByRole('button', { name: /^Complaint “third time”/ })).toBeVisible()

  await expect(pane).toContainText('Impostor?', { timeout: 60_000 })
  await window.keyboard.press('!')
  const impostors = window.getByRole('dialog', { name: 'Impostors in this conversation' })
  await expect(impostors).toContainText('Its handle and its name resemble @northwindair.')
  await inAllLooks({ app, window, info }, 'triage-impostor', () => expectNothingClipped(impostors))
  await expect(impostors.getByRole('button', { name: 'Warn the customer and report' })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(pane.getByRole('textbox')).toHaveValue(/the account named “northwind_air” is not ours/)
  await inAllLooks({ app, window, info }, 'triage-warning')
  await close()
  await world.x.close()
})
