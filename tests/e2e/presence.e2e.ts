/** @file A column that makes itself known, quiet hours and a pause; where a notice leads. */
import { violations } from './axe.ts'
import { z } from 'zod'
import { callCore } from './bridge.ts'
import { choose, row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'

const Rows = z.object({ rows: z.array(z.object({ card: z.object({ ticketId: z.string() }) })) })

test('a column is told to make itself known, this computer to keep quiet, and a notice leads to its ticket', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { app, window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)

  const mentions = window.getByRole('region', { name: /^Mentions/ })
  const menu = mentions.getByRole('button', { name: 'More about Mentions' })
  await menu.click()
  await window.getByRole('menuitemcheckbox', { name: /^Notices of new messages/ }).click()
  await expect(mentions.getByRole('img', { name: 'New messages are told by a notice' })).toBeVisible()
  await choose(window, 'tone for new', 'A tone for new messages in this column')
  await expect(mentions.getByRole('img', { name: 'New messages are told by a tone' })).toBeVisible()
  await menu.click()
  await expect(window.getByRole('menuitemcheckbox', { name: /^A tone for new/ })).toBeChecked()
  await inAllLooks({ ...running, info }, 'column-told')
  await window.keyboard.press('Escape')

  await choose(window, 'quiet hours', 'Quiet hours')
  const dialog = window.getByRole('dialog', { name: 'Quiet hours' })
  await dialog.getByRole('checkbox', { name: 'Keep quiet on this computer' }).check()
  await dialog.getByLabel('From').fill('21:30')
  await dialog.getByRole('checkbox', { name: 'Sunday' }).uncheck()
  await dialog.getByRole('button', { name: 'Pause notices and tones for an hour' }).click()
  await expect(dialog.getByRole('status')).toContainText('pause until')
  await inAllLooks({ ...running, info }, 'quiet-hours', () => expectNothingClipped(dialog))
  expect(await violations(window)).toEqual([])
  await dialog.getByRole('button', { name: 'End the pause of notices and tones' }).click()
  await expect(dialog.getByRole('status')).toBeHidden()
  await expect(window.getByText('Notices and tones are back')).toBeVisible()
  await dialog.getByRole('button', { name: 'Keep' }).click()
  await expect(dialog).toBeHidden()
  await expect(window.getByText('Quiet from 21:30 to 07:00')).toBeVisible()
  await choose(window, 'quiet hours', 'Quiet hours')
  await expect(dialog.getByLabel('From')).toHaveValue('21:30')
  await expect(dialog.getByRole('checkbox', { name: 'Sunday' })).not.toBeChecked()
  await window.keyboard.press('Escape')

  const page = Rows.parse(
    await callCore(window, 'column.page', { columnId: 'mentions:all', after: null, limit: 20 }),
  )
  const ticketId = page.rows.at(-1)?.card.ticketId
  await row(window, 'Ines Rocha').first().click()
  const told = { kind: 'column', deckId: 'all', columnId: 'mentions:all', ticketId }
  await app.evaluate(
    ({ BrowserWindow }, event) => BrowserWindow.getAllWindows()[0]?.webContents.send('window.event', event),
    told,
  )
  const detail = z
    .object({ card: z.object({ number: z.number() }) })
    .parse(await callCore(window, 'ticket.get', { ticketId }))
  await expect(window.getByRole('complementary', { name: 'Ticket' })).toContainText(`#${detail.card.number}`)
  await window.evaluate(() => {
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (when) {
      document.body.dataset['played'] = `${Number(document.body.dataset['played'] ?? 0) + 1}`
      start.call(this, when)
    }
  })
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('window.event', { kind: 'tone' }),
  )
  await expect(window.locator('body')).toHaveAttribute('data-played', '2')
})

test('a ticket is printed through the dialog of the system, without what is internal', async ({
  launchSwitchboard,
}, info) => {
  const { app, window } = await launchSwitchboard()
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await row(window, 'Ines Rocha').first().click()
  // The dialog of the system stands still for nobody: the test answers in its place, after a look at the paper.
  await app.evaluate(({ BrowserWindow }) => {
    const [contents] = BrowserWindow.getAllWindows().map((each) => each.webContents)
    if (!contents) throw new Error('no window')
    contents.print = (_options, done) => {
      Reflect.set(globalThis, 'answerPrint', done)
    }
  })
  // The paper is laid out a moment before main is asked to print it.
  const answer = async (printed: boolean, reason: string) => {
    await expect.poll(() => app.evaluate(() => Reflect.has(globalThis, 'answerPrint'))).toBe(true)
    await app.evaluate(
      (_electron, said) => {
        const done = Reflect.get(globalThis, 'answerPrint')
        Reflect.deleteProperty(globalThis, 'answerPrint')
        done(...said)
      },
      [printed, reason] as const,
    )
  }
  await choose(window, 'print the ticket', 'Print the ticket')
  await expect(window.locator('[data-paper]')).toHaveCount(1)
  await expect(window.locator('[data-paper]')).toBeHidden()
  await window.emulateMedia({ media: 'print' })
  const paper = window.getByRole('article').filter({ hasText: 'Estamos sem internet' })
  await expect(paper).toBeVisible()
  await expect(paper.getByRole('heading', { level: 1 })).toContainText(/^#\d+ /)
  await expect(paper).toContainText('Lumen Broadband')
  await expect(window.locator('#root')).toBeHidden()
  await window.screenshot({ path: info.outputPath('printed.png') })
  await window.emulateMedia({ media: null })
  const bytes = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({})
    return pdf?.length ?? 0
  })
  expect(bytes).toBeGreaterThan(1_000)
  await answer(true, '')
  await expect(window.getByText('Ticket printed, without internal notes')).toBeVisible()
  await expect(window.locator('[data-paper]')).toHaveCount(0)

  await choose(window, 'print the ticket', 'Print the ticket')
  await expect(window.locator('[data-paper]')).toHaveCount(1)
  await answer(false, 'Print job failed')
  await expect(window.getByRole('alert')).toContainText('The system printed nothing')
})
