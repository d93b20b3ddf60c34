/** @file Decks by hand: made, filled, arranged by keys and by mouse, out to a file and back, and as they were after a restart. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { callCore } from './bridge.ts'
import { choose, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'

test('a deck is made and arranged, goes through a file, and is there after a restart', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { app, window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  const tabs = window.getByRole('navigation', { name: 'Decks' })
  const titles = () =>
    window
      .getByRole('main')
      .getByRole('region')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  const said = (text: string) => expect(window.getByRole('status')).toContainText(text)

  await window.keyboard.press('g')
  await window.keyboard.press('d')
  await window.getByRole('textbox', { name: 'Name' }).fill('Night shift')
  await window.keyboard.press('Enter')
  await expect(tabs.getByRole('button', { name: 'Night shift' })).toHaveAttribute('aria-current', 'true')
  await inAllLooks({ ...running, info }, 'deck-empty')

  // By key, by the button of the empty deck, and by the palette.
  const offer = window.getByRole('combobox', { name: /^Type what to add/ })
  await window.getByRole('button', { name: /Add a column/ }).click()
  await offer.fill('needs reply')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('listbox', { name: 'Needs a reply' })).toBeFocused()
  await window.keyboard.press('Control+Shift+n')
  await offer.fill('mentions lumen')
  await inAllLooks({ ...running, info }, 'column-add')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('listbox', { name: 'Mentions' })).toBeFocused()
  await choose(window, 'add no owner northwind', 'Add: No owner')
  await expect(window.getByRole('listbox', { name: 'No owner' })).toBeFocused()
  const [reply, mentions, unowned] = [
    'Needs a reply, all brands',
    'Mentions, Lumen Broadband',
    'No owner, Northwind Air',
  ]
  expect(await titles()).toEqual([reply, mentions, unowned])

  await window.keyboard.press('Control+Shift+ArrowLeft')
  await expect.poll(titles).toEqual([reply, unowned, mentions])
  await window
    .getByRole('region', { name: mentions })
    .getByRole('heading')
    .dragTo(window.getByRole('region', { name: reply }).getByRole('heading'))
  await expect.poll(titles).toEqual([mentions, reply, unowned])
  await expect(window.getByRole('listbox', { name: 'Mentions' })).toBeFocused()

  await window.keyboard.press('-')
  const unfold = window.getByRole('button', { name: 'Unfold Mentions' })
  await expect(unfold).toBeFocused()
  await window.keyboard.press(']')
  await window.keyboard.press('=')
  const wide = window.getByRole('region', { name: reply })
  await expect.poll(async () => (await wide.boundingBox())?.width).toBeGreaterThan(420)
  await inAllLooks({ ...running, info }, 'deck-arranged')
  await window.keyboard.press('z')
  await expect.poll(async () => (await wide.boundingBox())?.width).toBeLessThanOrEqual(420)
  await unfold.click()
  await expect(window.getByRole('listbox', { name: 'Mentions' })).toBeFocused()

  // The menu of a column, and of the deck.
  await window.getByRole('button', { name: 'More about No owner' }).click()
  await inAllLooks({ ...running, info }, 'column-menu')
  await window.getByRole('menuitem', { name: 'Take this column away' }).click()
  await expect.poll(titles).toEqual([mentions, reply])
  await said('“No owner” taken out of this deck')
  await window.keyboard.press('z')
  await expect.poll(titles).toEqual([mentions, reply, unowned])

  const file = join(running.profile, 'night.deck.json')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await window.getByRole('button', { name: 'This deck, and others' }).click()
  await inAllLooks({ ...running, info }, 'deck-menu')
  await window.getByRole('menuitem', { name: 'Save this deck as a file' }).click()
  await said('Saved as night.deck.json')
  const content = readFileSync(file, 'utf8')
  expect(JSON.parse(content)).toMatchObject({ name: 'Night shift' })
  writeFileSync(file, content.replace('Night shift', 'Day shift'))
  const chooser = window.waitForEvent('filechooser')
  await choose(window, 'take a deck', 'Take a deck from a file')
  await (await chooser).setFiles(file)
  await expect(tabs.getByRole('button', { name: 'Day shift' })).toHaveAttribute('aria-current', 'true')
  expect(await titles()).toEqual([mentions, reply, unowned])

  await choose(window, 'take this deck', 'Take this deck away')
  await expect(tabs.getByRole('button', { name: 'Day shift' })).toHaveCount(0)
  await choose(window, 'deck night', 'Deck: Night shift')
  await choose(window, 'col no owner', 'No owner')
  for (const key of ['j', 'j', 'Enter']) await window.keyboard.press(key)
  const cursor = window.getByRole('listbox', { name: 'No owner' }).getByRole('option', { selected: true })
  await expect(cursor).toHaveAttribute('aria-posinset', '3')
  const customer = (await cursor.locator('bdi').first().textContent()) ?? ''
  await expect.poll(async () => JSON.stringify(await callCore(window, 'place.get'))).toContain('"at":2')

  await running.close()
  const again = await launchSwitchboard({ profile: running.profile })
  const tab = again.window
    .getByRole('navigation', { name: 'Decks' })
    .getByRole('button', { name: 'Night shift' })
  await expect(tab).toHaveAttribute('aria-current', 'true', { timeout: 30_000 })
  const column = again.window.getByRole('listbox', { name: 'No owner' })
  const standing = column.getByRole('option', { selected: true })
  await expect(standing).toHaveAttribute('aria-posinset', '3')
  await expect(again.window.getByRole('complementary', { name: 'Ticket' })).toContainText(customer)
  // The keyboard is there as well.
  await again.window.keyboard.press('j')
  await expect(standing).toHaveAttribute('aria-posinset', '4')
})
