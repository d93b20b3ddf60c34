/**
 * @file Words completed while writing, with keys alone: people by an @, emoji by a colon and from the grid. And what X
 * tells of linked pages, under the message; and whose undo is whose.
 */
import { violations } from './axe.ts'
import { connectHandle } from './connecting.ts'
import { choose, row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

test('an @ offers this brand’s people and no other’s, a colon offers emoji; Escape keeps the text', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  const composer = window.getByRole('textbox', { name: /^Public reply as @/ })
  await expect(composer).toBeFocused()

  const people = window.getByRole('listbox', { name: 'People to mention' })
  await window.keyboard.type('Hi @mar')
  await expect(people.getByRole('option', { name: /Mara Holt/ })).toHaveAttribute('aria-selected', 'true')
  await expect(people.getByRole('option', { name: /Mara Holt/ })).toContainText('in this conversation')
  await inAllLooks({ ...running, info }, 'mention')
  expect(await violations(window)).toEqual([])
  await window.keyboard.press('Escape')
  await expect(people).toHaveCount(0)
  await expect(composer).toBeFocused()
  await expect(composer).toHaveValue('Hi @mar')
  // The next one is another one.
  await window.keyboard.type(' @mar')
  await expect(people).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(composer).toHaveValue('Hi @mar @maraholt ')
  await expect(people).toHaveCount(0)
  // Lena wrote to this brand; Lumen is another client of the same agency.
  await window.keyboard.type('@l')
  await expect(people.getByRole('option', { name: /Lena W/ })).toBeVisible()
  await expect(people).not.toContainText('lumenhelp')
  await window.keyboard.press('Escape')

  await composer.fill('Landed at 10:30, see https://a.example :smi')
  const emoji = window.getByRole('listbox', { name: 'Emoji' })
  await expect(emoji.getByRole('option').first()).toContainText('grinning face with smiling eyes')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('ArrowUp')
  await inAllLooks({ ...running, info }, 'emoji-list')
  expect(await violations(window)).toEqual([])
  await window.keyboard.press('Tab')
  await expect(composer).toHaveValue('Landed at 10:30, see https://a.example 😄 ')
  await expect(composer).toBeFocused()

  await window.keyboard.press('Control+Shift+m')
  const search = window.getByRole('combobox', { name: 'Search emoji by name' })
  await expect(search).toBeFocused()
  // What was used last is first.
  await expect(window.getByRole('gridcell').first()).toHaveAccessibleName('grinning face with smiling eyes')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('ArrowRight')
  await inAllLooks({ ...running, info }, 'emoji-picker')
  expect(await violations(window)).toEqual([])
  await window.keyboard.type('airplane')
  await expect(window.getByRole('gridcell', { selected: true })).toHaveAccessibleName('airplane')
  await window.keyboard.press('Enter')
  await expect(composer).toBeFocused()
  await expect(composer).toHaveValue('Landed at 10:30, see https://a.example 😄 ✈️')
  await window.keyboard.press('Control+z')
  await expect(composer).toHaveValue('Landed at 10:30, see https://a.example 😄 ')
  await choose(window, 'insert an emoji', 'Insert an emoji')
  await expect(search).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(search).toHaveCount(0)
  await expect(composer).toBeFocused()
  await composer.fill('')
  await composer.press('/')
  await expect(window.getByRole('region', { name: 'Macros' })).toContainText('has no macros yet')
  expect(await violations(window)).toEqual([])
  await window.keyboard.press('Escape')
  await composer.fill('')
  await window.keyboard.press('Escape')

  await window.keyboard.press('c')
  const dialog = window.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await window.keyboard.press('Enter')
  const text = dialog.getByRole('textbox', { name: /^Post as @/ })
  await expect(text).toBeFocused()
  await window.keyboard.type('With @mar')
  await expect(people).toBeVisible()
  expect(await violations(window)).toEqual([])
  await window.keyboard.press('Escape')
  await expect(people).toHaveCount(0)
  await expect(text).toHaveValue('With @mar')
  await window.keyboard.type(' :tad')
  await expect(emoji).toBeVisible()
  await inAllLooks({ ...running, info }, 'emoji-compose')
  await window.keyboard.press('Enter')
  await expect(text).toHaveValue('With @mar 🎉 ')
})

test('a linked page stands under the post with title and host, and in one line of its row', async ({
  launchSwitchboard,
}, info) => {
  const link = 'https://www.bags.example/found/grey-case'
  const world = await startWorld([
    {
      type: 'post',
      by: 'maraholt',
      at: '10:06',
      text: `@northwindair is that one mine? ${link}`,
      titles: {
        [link]: 'Lost & found at Philadelphia: grey hard case with a yellow strap, handed in on Monday',
      },
    },
  ])
  const running = await launchSwitchboard({ env: world.env })
  const { window } = running
  await skipWhoIsHere(window)
  await connectHandle(window, world, {
    user: 'northwindair',
    client: 'Northwind Group',
    brand: 'Northwind Air',
  })
  // Rows that still arrive would move under the mouse.
  await waitForTickets(window, 8)
  const own = row(window, 'is that one mine?', 'Mentions').first()
  await expect(own).toContainText(/Lost & found at Philadelphia.*·bags\.example/)
  const heights = () =>
    window
      .getByRole('listbox', { name: 'Mentions' })
      .getByRole('option')
      .evaluateAll((rows) => [...new Set(rows.map((one) => one.getBoundingClientRect().height))])
  expect(await heights()).toHaveLength(1)
  await inAllLooks({ ...running, info }, 'link-line', async () => {
    // Its host is read whole, and nothing of the row stands outside of it.
    const host = own.getByText('bags.example', { exact: true })
    if ((await host.count()) > 0) await expect(host).toBeInViewport({ ratio: 1 })
    expect(await own.evaluate((one) => one.scrollHeight <= one.clientHeight)).toBe(true)
    expect(await heights()).toHaveLength(1)
  })
  await own.click()
  const pages = window.getByRole('list', { name: 'Linked pages' }).first()
  await expect(pages.getByRole('link', { name: /Lost & found at Philadelphia.*bags\.example/ })).toBeVisible({
    timeout: 30_000,
  })
  await pages.scrollIntoViewIfNeeded()
  await inAllLooks({ ...running, info }, 'previews')
  await world.x.close()
})

test('undo in the text is the text’s own, and undo outside of it leaves the text', async ({
  launchSwitchboard,
}) => {
  const { window } = await launchSwitchboard()
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await row(window, 'Ines Rocha').first().click()
  await window.keyboard.press('e')
  await waitForTickets(window, 18)
  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  const composer = window.getByRole('textbox', { name: /^Public reply as @/ })
  await expect(composer).toBeFocused()
  await window.keyboard.insertText('Hello')
  await window.keyboard.press('Control+z')
  await expect(composer).toHaveValue('')
  // Nothing is left to take back in the text, and nothing else is taken back for it.
  await window.keyboard.press('Control+z')
  await window.keyboard.insertText('Hello again')
  await expect(composer).toHaveValue('Hello again')
  await waitForTickets(window, 18)
  await window.keyboard.press('Escape')
  await window.keyboard.press('z')
  await waitForTickets(window, 19)
  await row(window, 'Mara Holt').first().click()
  await expect(composer).toHaveValue('Hello again')
})
