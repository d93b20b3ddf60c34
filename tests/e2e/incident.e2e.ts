/** @file An incident in the real window: from the spike of forty complaints to the all-clear, by keys and by the dialog. */
import { callCore } from './bridge.ts'
import { z } from 'zod'
import { connectHandle, holdBriefly } from './connecting.ts'
import { row, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const customers = 40
const complaints = Array.from({ length: customers }, (_, n) => [
  { type: 'user', username: `stranded${n}`, name: `Guest Number${n}` },
  {
    type: 'post',
    by: `stranded${n}`,
    after: '1s',
    text: `@northwindair the check-in page is broken, I cannot check in. Row ${n}`,
  },
]).flat()

const Listed = z.array(z.looseObject({ answered: z.number(), told: z.number() }))

test('forty customers of one outage: gathered, answered one by one, told that it is over, all solved', async ({
  launchSwitchboard,
}, info) => {
  test.setTimeout(720_000)
  const world = await startWorld(complaints, { clock: 'of-this-computer' })
  const { app, window } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, {
    user: 'northwindair',
    client: 'Northwind Group',
    brand: 'Northwind Air',
  })
  await holdBriefly(window)
  // Nobody has to add them up: what suddenly many write about is told, with the incident that it would be.
  await window.keyboard.press('g')
  await window.keyboard.press('v')
  const alerts = window.getByRole('dialog', { name: 'What somebody has to know' })
  await expect(alerts).toContainText('“check-in page”', { timeout: 120_000 })
  await inAllLooks({ app, window, info }, 'spike', () => expectNothingClipped(alerts))
  await alerts.getByRole('button', { name: 'Open an incident' }).click()
  const opening = window.getByRole('dialog', { name: 'Open an incident of Northwind Air' })
  await expect(opening.getByRole('textbox', { name: 'Words of its tickets, with commas' })).toHaveValue(
    'check-in page',
  )
  await opening.getByRole('textbox', { name: 'What is wrong' }).fill('Check-in is broken')
  await opening.getByRole('textbox', { name: 'What we know' }).fill('Back by two, we expect.')
  await inAllLooks({ app, window, info }, 'open', () => expectNothingClipped(opening))
  await opening.getByRole('button', { name: 'Open', exact: true }).click()

  const dialog = window.getByRole('dialog', { name: 'Incidents' })
  await expect(dialog).toContainText('40 tickets')

  const told = async (kind: 'answered' | 'told'): Promise<number> =>
    Listed.parse(await callCore(window, 'incident.list'))[0]?.[kind] ?? 0
  const tell = async (name: string, text: string, why: string): Promise<void> => {
    const form = dialog.getByRole('form', { name })
    await form.getByRole('textbox', { name: 'Text 1' }).fill(text)
    await form.getByRole('button', { name: 'Preview each one' }).click()
    await expect(form.getByRole('status')).toContainText('37 skipped')
    await form.getByRole('textbox', { name: /^Why the same words/ }).fill(why)
    await form.getByRole('button', { name: 'Preview each one' }).click()
    await expect(form.getByRole('status')).toContainText('40 messages')
    await inAllLooks({ app, window, info }, name.replaceAll(' ', '-'), () => expectNothingClipped(dialog))
    await form.getByRole('button', { name: 'Send 40 messages' }).click()
  }
  await tell(
    'Answer everybody',
    'Sorry, {{customer.first_name}}! Check-in fails for everybody just now. {{incident.status}}',
    'agreed with the client',
  )
  await expect.poll(() => told('answered'), { timeout: 300_000 }).toBe(customers)
  await tell(
    'Say that it is over',
    'It works again, {{customer.first_name}}: everybody can check in. Sorry for the trouble!',
    'agreed with the client',
  )
  await expect.poll(() => told('told'), { timeout: 300_000 }).toBe(customers)
  await dialog.getByRole('button', { name: 'It is over', exact: true }).click()
  await expect(dialog).toContainText('Over since')
  await window.keyboard.press('Escape')
  await expect(row(window, 'Guest Number')).toHaveCount(0)
  const texts = (await world.control.sent()).posts.map(({ text }) => text)
  for (const n of [0, 20, 39]) expect(texts.filter((text) => text.includes(`@stranded${n} `))).toHaveLength(2)
  await world.x.close()
})
