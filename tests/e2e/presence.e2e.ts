/** @file A column that makes itself known, quiet hours and a pause; where a notice leads. */
import { violations } from './axe.ts'
import { z } from 'zod'
import { callCore } from './bridge.ts'
import { connectHandle } from './connecting.ts'
import { choose, row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

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
  const told = {
    kind: 'column',
    deckId: 'all',
    columnId: 'mentions:all',
    row: { kind: 'ticket', id: ticketId },
  }
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

test('a column of own posts is told to make itself known, and its notice leads to the post that another tool sent', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const running = await launchSwitchboard({ env: world.env })
  const { app, window, close } = running
  await skipWhoIsHere(window)
  await connectHandle(window, world, {
    user: 'northwindair',
    client: 'Northwind Group',
    brand: 'Northwind Air',
  })
  await choose(window, 'add own posts', 'Add: Own posts')
  const own = window.getByRole('region', { name: /^Own posts/ })
  await expect(window.getByRole('listbox', { name: 'Own posts' })).toBeFocused()
  // By mouse, and by key.
  await own.getByRole('button', { name: 'More about Own posts' }).click()
  await window.getByRole('menuitemcheckbox', { name: /^Notices of new messages/ }).click()
  await expect(own.getByRole('img', { name: 'New messages are told by a notice' })).toBeVisible()
  await choose(window, 'tone for new', 'A tone for new messages in this column')
  await expect(own.getByRole('img', { name: 'New messages are told by a tone' })).toBeVisible()
  await expect(own.getByTitle(/^Everything that X had up to/)).toBeVisible({ timeout: 30_000 })
  await inAllLooks({ ...running, info }, 'own-posts-told')

  // No system of a test shows notices: what would be shown is kept, and the window is as if somebody worked elsewhere.
  await app.evaluate(({ BrowserWindow, Notification }) => {
    const kept: Electron.Notification[] = []
    Reflect.set(globalThis, 'kept', kept)
    Notification.isSupported = () => true
    Notification.prototype.show = function (this: Electron.Notification) {
      kept.push(this)
    }
    for (const each of BrowserWindow.getAllWindows()) each.isFocused = () => false
  })
  const notices = () =>
    app.evaluate(() =>
      Reflect.get(globalThis, 'kept').map(({ title, body }: Electron.Notification) => ({ title, body })),
    )
  await window.evaluate(() => {
    OscillatorNode.prototype.start = () => {
      document.body.dataset['played'] = 'yes'
    }
  })
  await world.control.post({ by: 'northwindair', text: 'Posted from another desk' })
  await expect
    .poll(notices, { timeout: 60_000 })
    .toEqual([{ title: 'New in Own posts · Northwind Air', body: 'Northwind Air' }])
  await expect(window.locator('body')).toHaveAttribute('data-played', 'yes')

  await window.getByRole('listbox', { name: 'Mentions' }).focus()
  await app.evaluate(() => Reflect.get(globalThis, 'kept')[0].emit('click'))
  const post = window.getByRole('listbox', { name: 'Own posts' }).getByRole('option', {
    name: /Posted from another desk/,
  })
  await expect(post).toHaveAttribute('aria-selected', 'true')
  await expect(window.getByRole('listbox', { name: 'Own posts' })).toBeFocused()
  await inAllLooks({ ...running, info }, 'own-post-followed')

  await window.keyboard.press('Enter')
  const pane = window.getByLabel('Ticket', { exact: true })
  await expect(pane.getByRole('heading', { name: 'A post of ours' })).toBeVisible()
  await expect(pane).toContainText('@northwindair wrote this.')
  await expect(pane.getByRole('button', { name: /ticket/i })).toHaveCount(0)
  await inAllLooks({ ...running, info }, 'own-post-open')
  await pane.getByRole('button', { name: /^Own posts/ }).click()
  await expect(window.getByRole('dialog', { name: /^Own posts of/ })).toContainText(
    'Posted from another desk',
  )
  await window.keyboard.press('Escape')
  await close()
  await world.x.close()
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
