/** @file A ticket and a deck in windows of their own: one composer, one brand alone in all of them, and away again. */
import type { ElectronApplication, Page } from '@playwright/test'
import { violations } from './axe.ts'
import { row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'

const others = /Lumen|Kettle|Metro/

/** The window that opens by what is done. */
async function opened(app: ElectronApplication, act: () => Promise<void>): Promise<Page> {
  const [window] = await Promise.all([app.waitForEvent('window'), act()])
  await window.waitForLoadState()
  return window
}

const pane = (window: Page) => window.getByLabel('Ticket', { exact: true })
const composer = (window: Page) => window.getByRole('textbox', { name: /^Public reply as @/ })
const titleOf = async (app: ElectronApplication, window: Page): Promise<string> =>
  (await app.browserWindow(window)).evaluate((own) => own.getTitle())

test('a ticket goes into a window of its own with what was typed, is answered there and seen in the first', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { app, window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  await expect(composer(window)).toBeFocused()
  await window.keyboard.insertText('We are looking')
  const ticket = await opened(app, () => window.keyboard.press('Control+Shift+T'))
  await expect(pane(ticket)).toContainText('Mara Holt')
  await expect(composer(ticket)).toHaveValue('We are looking')
  await expect(pane(window)).toContainText('written to in another window')
  await expect(composer(window)).toHaveCount(0)
  expect(await titleOf(app, ticket)).toMatch(/^#\d+ — .*Switchboard$/)

  // Whoever wants to write in the first is led to the second, by key and by button.
  await window.keyboard.press('r')
  await window.getByRole('button', { name: /^Go there/ }).click()
  await window.keyboard.press('Control+Shift+T')
  await expect(composer(window)).toHaveCount(0)
  expect(app.windows()).toHaveLength(2)
  await inAllLooks({ ...running, info }, 'window-main-elsewhere')
  expect(await violations(window)).toEqual([])

  await ticket.keyboard.press('r')
  await expect(composer(ticket)).toBeFocused()
  await ticket.keyboard.insertText(' for your bag, Mara.')
  await inAllLooks({ app, window: ticket, info }, 'window-ticket')
  expect(await violations(ticket)).toEqual([])
  await composer(ticket).focus()
  await ticket.keyboard.press('Control+Enter')
  await expect(pane(window)).toContainText('We are looking for your bag, Mara.')
  await expect(composer(ticket)).toHaveValue('')
  await ticket.keyboard.press('z')
  await expect(composer(ticket)).toHaveValue('We are looking for your bag, Mara.')
  await ticket.keyboard.press('End')
  await ticket.keyboard.insertText(' Soon.')

  // It goes as it came: what was typed is where the ticket is.
  await ticket.keyboard.press('Escape')
  const closed = ticket.waitForEvent('close')
  // The window may be gone before the key is up.
  await ticket.keyboard.press('Escape').catch(() => {})
  await closed
  await expect(composer(window)).toHaveValue('We are looking for your bag, Mara. Soon.')
  await expect(pane(window)).not.toContainText('another window')
})

test('a deck in a window of its own, and one brand alone in all windows at once', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { app, window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await row(window, 'Ines Rocha').first().click()
  await expect(pane(window)).toContainText('Ines Rocha')
  const theirs = await opened(app, () => window.keyboard.press('Control+Shift+T'))
  await expect(pane(theirs)).toContainText('Ines Rocha')

  const deck = await opened(app, () => window.keyboard.press('Control+Shift+K'))
  await waitForTickets(deck, 19)
  await expect(deck.getByRole('heading', { level: 1 })).toHaveText('All brands')
  await deck.keyboard.press('j')
  await deck.keyboard.press('Enter')
  await expect(pane(deck).getByRole('heading', { level: 2 })).toBeVisible()
  await inAllLooks({ app, window: deck, info }, 'window-deck')
  expect(await violations(deck)).toEqual([])

  await window
    .getByRole('button', { name: /^Northwind Air/ })
    .first()
    .click()
  const own = await opened(app, () => window.keyboard.press('Control+Shift+K'))
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Northwind Air')
  await row(window, 'Mara Holt').first().click()
  await expect(pane(window)).toContainText('Mara Holt')
  const ours = await opened(app, () => window.keyboard.press('Control+Shift+T'))
  await expect(pane(ours)).toContainText('Mara Holt')

  const gone = Promise.all([theirs.waitForEvent('close'), deck.waitForEvent('close')])
  await window.keyboard.press('Control+Shift+L')
  await expect(window.getByRole('status').filter({ hasText: 'Only Northwind Air is shown' })).toBeVisible()
  await gone
  for (const page of [window, own, ours]) {
    await expect(page.getByRole('button', { name: /^Only Northwind Air is shown/ })).toBeVisible()
    await expect(page.locator('body')).not.toContainText(others)
    expect(await titleOf(app, page)).not.toMatch(others)
  }
  await expect(pane(ours)).toContainText('Mara Holt')
  await ours.keyboard.press('Control+Shift+L')
  await expect(window.locator('body')).toContainText(others)
  await expect(own.getByRole('button', { name: /^Only Northwind Air/ })).toHaveCount(0)
  await expect(pane(ours)).toContainText('Mara Holt')
})

test('one that crashes comes back by itself and takes nobody with it; a restart brings the main one alone', async ({
  launchSwitchboard,
}) => {
  const running = await launchSwitchboard()
  const { app, window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await row(window, 'Mara Holt').first().click()
  await expect(pane(window)).toContainText('Mara Holt')
  const ticket = await opened(app, () => window.keyboard.press('Control+Shift+T'))
  await expect(pane(ticket)).toContainText('Mara Holt')
  const own = await app.browserWindow(ticket)
  const text = () =>
    own.evaluate((its) => its.webContents.executeJavaScript('document.body.textContent') as Promise<string>)
  await own.evaluate(({ webContents }) => {
    Reflect.set(globalThis, 'isBack', false)
    webContents.once('did-finish-load', () => Reflect.set(globalThis, 'isBack', true))
    webContents.forcefullyCrashRenderer()
  })
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'isBack'))).toBe(true)
  await expect.poll(text).toContain('Mara Holt')
  await expect(pane(window)).toContainText('written to in another window')
  await window.keyboard.press('j')
  await expect(composer(window)).toBeVisible()
  await running.close()

  const again = await launchSwitchboard({ profile: running.profile })
  await waitForTickets(again.window, 19)
  expect(again.app.windows()).toHaveLength(1)
})
