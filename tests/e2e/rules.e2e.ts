/** @file A rule in the real window: written, tried on what was there, kept, and at work on what comes. */
import { connectHandle, holdBriefly } from './connecting.ts'
import { row, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const scene = [
  { type: 'user', username: 'gale', name: 'Gale Storm' },
  { type: 'user', username: 'tess', name: 'Tess Hardy' },
  { type: 'post', by: 'gale', after: '1s', text: '@northwindair my bag is lost, I want a refund!' },
]

test('a rule is written, shows what it would have done, and meets the next complaint', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld(scene)
  const { app, window } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, {
    user: 'northwindair',
    client: 'Northwind Group',
    brand: 'Northwind Air',
  })
  await holdBriefly(window)
  await row(window, 'Gale Storm', 'Mentions').click()
  await window.keyboard.press('g')
  await window.keyboard.press('.')
  const dialog = window.getByRole('dialog', { name: 'Rules' })
  await expect(dialog).toContainText('There is no rule yet')
  await dialog.getByRole('button', { name: 'New rule' }).click()
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Refunds press')
  const asked = dialog.getByRole('region', { name: 'If all of this holds' })
  await asked.getByRole('button', { name: 'Add a condition' }).click()
  await asked.getByRole('combobox', { name: 'Add a condition' }).selectOption('words')
  await asked.getByRole('textbox', { name: 'With commas' }).fill('refund, money back')
  const steps = dialog.getByRole('region', { name: 'Then' })
  await steps.getByRole('textbox', { name: /^In these words/ }).fill('A refund is asked for')
  await steps.getByRole('button', { name: 'Add a step' }).click()
  await steps.getByRole('combobox', { name: 'Add a step' }).last().selectOption('tag')
  await expect(dialog).toContainText('Something is missing')
  await steps.getByRole('textbox', { name: /^Put on/ }).fill('Refund')
  await dialog.getByRole('button', { name: 'Try it on the last 30 days' }).click()
  await expect(dialog).toContainText('It would have run once')
  await expect(dialog).toContainText('Gale Storm')
  await inAllLooks({ app, window, info }, 'rule', () => expectNothingClipped(dialog))
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(dialog).toContainText('never ran')
  await inAllLooks({ app, window, info }, 'rules', () => expectNothingClipped(dialog))
  await window.keyboard.press('Escape')

  await world.control.post({ by: 'tess', text: '@northwindair money back, please, now' })
  await expect(row(window, 'Tess Hardy', 'Mentions')).toContainText('Urgent', { timeout: 30_000 })
  const bar = window.getByRole('button', { name: /that somebody has to know$/ })
  await expect(bar).toBeVisible()
  await window.keyboard.press('g')
  await window.keyboard.press('v')
  const alerts = window.getByRole('dialog', { name: 'What somebody has to know' })
  await expect(alerts).toContainText('A refund is asked for')
  await inAllLooks({ app, window, info }, 'alerts', () => expectNothingClipped(alerts))
  await alerts.getByRole('button', { name: /Tess Hardy/ }).click()
  await expect(window.getByRole('heading', { name: /money back/ })).toBeVisible()
  await expect(bar).toHaveCount(0)
  await row(window, 'Tess Hardy', 'Mentions').click()
  await window.keyboard.press('Shift+Y')
  const why = window.getByRole('dialog', { name: 'Why this is here, and why now' })
  await expect(why).toContainText('The rule “Refunds press” escalated it')
  await world.x.close()
})
