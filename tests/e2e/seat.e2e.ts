/** @file A team at one keyboard: who sits here, a trainee's message that waits for a PIN, many tickets at once and back. */
import { z } from 'zod'
import { callCore } from './bridge.ts'
import { row, sitDown, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'

const Agent = z.object({ id: z.string() })

test('a trainee’s reply waits for another agent’s PIN; a column is solved at once and taken back at once', async ({
  launchSwitchboard,
}, info) => {
  const { window, app } = await launchSwitchboard()
  const look = (name: string) => inAllLooks({ app, window, info }, name)
  const dialog = (name: string) => window.getByRole('dialog', { name })
  await sitDown(window, 'Jo Doe')
  await waitForTickets(window, 19)
  await callCore(window, 'agent.add', { name: 'Ada Park', initials: 'AP', role: 'agent', pin: '2222' })
  Agent.parse(
    await callCore(window, 'agent.add', { name: 'Tim Low', initials: 'TL', role: 'trainee', pin: '3333' }),
  )

  await window.keyboard.press('g')
  await window.keyboard.press('t')
  await expect(dialog('Agents').getByText('Tim Low')).toBeVisible()
  await look('agents')
  await window.keyboard.press('Escape')

  await window.keyboard.press('g')
  await window.keyboard.press('a')
  const seat = dialog('Who is at the keyboard?')
  await expect(seat.getByRole('button', { name: /Tim Low/ })).toBeVisible()
  await look('seat')
  await seat.getByRole('button', { name: /Tim Low/ }).press('Enter')
  await seat.getByLabel('PIN of Tim Low').fill('3333')
  await window.keyboard.press('Enter')
  await expect(seat).toBeHidden()
  await expect(window.getByRole('button', { name: 'At the keyboard: Tim Low' })).toBeVisible()

  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  await window.keyboard.type('So sorry, Mara. Your bag is in Boston.')
  await window.keyboard.press('Control+Enter')
  await expect(
    window.getByRole('article', { name: /message/i }).getByText('Waits for another agent’s yes'),
  ).toBeVisible()
  await look('waits-approval')
  await window.keyboard.press('Shift+A')
  const approve = dialog('Does it leave?')
  await expect(approve.getByText('Tim Low is a trainee.')).toBeVisible()
  await approve.getByLabel('Their PIN').fill('2222')
  await look('approve')
  await window.keyboard.press('Enter')
  await expect(window.getByText('Approved. It is held once more, then it leaves.')).toBeVisible()
  await expect(approve.getByText('No message waits for another agent.')).toBeVisible()
  await window.keyboard.press('Escape')

  await window.keyboard.press('1')
  await window.keyboard.press('x')
  await window.keyboard.press('Shift+J')
  await expect(window.getByText('2 chosen')).toBeVisible()
  await look('chosen')
  await window.keyboard.press('*')
  await window.keyboard.press('n')
  await expect(window.getByText('2 chosen')).toBeHidden()
  // Two of one brand are answered one after the other, each by its own send.
  await row(window, 'Priya N')
    .first()
    .click({ modifiers: ['Control'] })
  await row(window, 'Lena W')
    .first()
    .click({ modifiers: ['Control'] })
  await window.keyboard.press('r')
  await expect(window.getByText('1 more to answer after this one')).toBeVisible()
  await look('round')
  await window.getByRole('button', { name: 'End', exact: true }).click()

  await window.keyboard.press('Escape')
  await window.keyboard.press('2')
  await window.keyboard.press('*')
  await window.keyboard.press('a')
  await expect(window.getByText(/^\d\d+ chosen$/)).toBeVisible()
  await window.keyboard.press('e')
  const ask = window.getByRole('dialog', { name: /\?$/ })
  await expect(ask.getByText(/tickets are chosen/)).toBeVisible()
  await look('solve-many')
  await window.keyboard.press('Enter')
  await expect(ask).toBeHidden()
  await expect(window.getByText(/^Solved \d\d+ tickets/)).toBeVisible()
  await window.keyboard.press('z')
  await expect(window.getByText('Restored, as it was before')).toBeVisible()
  await expect(window.getByText(/^\d\d+ chosen$/)).toBeVisible()
})
