/** @file Somebody is muted by keys: the column says how many it leaves out, shows them on a press, and the end is as near. */
import { violations } from './axe.ts'
import { choose, row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'

/** The newest of those who wait: no deadline of theirs is near. */
const calm = { name: 'Ole B.', username: 'olebkk' }

test('a person is muted from their row for two hours, told at the head, shown with a key, and undone; words from the palette', async ({
  launchSwitchboard,
}, info) => {
  test.setTimeout(240_000)
  const running = await launchSwitchboard()
  const { window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  const { name, username } = calm
  const list = window.getByRole('listbox', { name: 'Needs a reply' })
  await list.focus()
  const theirs = row(window, name).and(window.locator('[aria-selected="true"]'))
  for (let presses = 0; presses < 19 && (await theirs.count()) === 0; presses++)
    await window.keyboard.press('j')
  await expect(theirs).toHaveCount(1)

  await window.keyboard.press('Shift+U')
  const dialog = window.getByRole('dialog', { name: 'Mutes' })
  const until = dialog.getByRole('textbox', { name: 'Until' })
  await expect(until).toBeFocused()
  await expect(dialog.getByRole('textbox', { name: 'Handle' })).toHaveValue(username)
  await expect(dialog.getByRole('combobox', { name: 'Where' })).toHaveValue('needs-reply:all')
  await window.keyboard.type('2h')
  await expect(dialog.getByText(/^Until /)).toHaveCount(1)
  await inAllLooks({ ...running, info }, 'mutes-asking', () => expectNothingClipped(dialog))
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await waitForTickets(window, 18)
  const column = window.getByRole('region', { name: /^Needs a reply/ })
  const line = column.getByRole('button', { name: /^1 muted/ })
  await expect(line).toBeVisible()
  await inAllLooks({ ...running, info }, 'mutes-told')
  expect(await violations(window)).toEqual([])

  await list.focus()
  await window.keyboard.press('u')
  await waitForTickets(window, 19)
  await inAllLooks({ ...running, info }, 'mutes-shown')
  await column.getByRole('button', { name: /Hide again/ }).click()
  await waitForTickets(window, 18)

  await choose(window, 'what columns leave', 'Mutes: what columns leave out')
  await dialog.getByRole('textbox', { name: 'A word, or several in this order' }).fill('kettle')
  await window.keyboard.press('Enter')
  const items = dialog.getByRole('list', { name: 'Mutes' }).getByRole('listitem')
  await expect(items).toHaveCount(2)
  await expect(items.first()).toContainText('“kettle”')
  await expect(items.first()).toContainText('Every column')
  await inAllLooks({ ...running, info }, 'mutes-list', () => expectNothingClipped(dialog))
  expect(await violations(window)).toEqual([])
  await items
    .last()
    .getByRole('button', { name: `End muting @${username}` })
    .click()
  await expect(items).toHaveCount(1)
  await window.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await list.focus()
  await window.keyboard.press('z')
  await window.keyboard.press('z')
  await window.keyboard.press('z')
  await waitForTickets(window, 19)
  await expect(column.getByRole('button', { name: /muted/ })).toHaveCount(0)
})
