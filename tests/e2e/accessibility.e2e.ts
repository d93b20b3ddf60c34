/**
 * @file No screen breaks a rule of axe-core in any theme; and the program is walked without a mouse: roles, names,
 * reading order, and where the focus is after each step.
 */
import { violations } from './axe.ts'
import { choose, row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'

/** Screens that a command opens, by what the palette calls it and what the dialog is called. */
const screens: readonly (readonly [typed: string, command: string, dialog: string | RegExp])[] = [
  ['keyboard cheat', 'Keyboard cheat sheet', /Keyboard/],
  ['choose keys', 'Choose keys', 'Choose keys'],
  ['what undo', 'What undo takes back', 'What undo takes back'],
  ['brands and handles', 'Brands and handles', 'Brands and handles'],
  ['rules', 'Rules', /Rules/],
  ['morning', 'Morning and handover', 'Morning and handover'],
  ['reports', 'Reports', 'Reports'],
  ['monthly reports', 'Monthly reports: schedule, logo and colour', 'Monthly reports'],
  ['answers pages', 'Answers pages of a brand', /answers|Answers/],
  ['new deck', 'New deck', 'A new deck'],
  ['search everything', 'Search everything that was said', 'Search'],
  ['notices', 'Notices', 'Notices'],
  ['write a notice', 'Write a notice', 'Notices'],
]

test('no rule of axe-core is broken: the console, a ticket, its dialogs', async ({ launchSwitchboard }) => {
  const { window } = await launchSwitchboard()
  await expect(window.getByRole('button', { name: 'Skip' })).toBeVisible()
  expect(await violations(window)).toEqual([])
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await row(window, 'Mara Holt').first().click()
  await expect(window.getByRole('textbox', { name: /^Public reply as @/ })).toBeVisible()
  expect(await violations(window)).toEqual([])
  for (const key of ['a', 'l', 'p', 'h', 'f', 's', 't']) {
    await window.keyboard.press(key)
    await expect(window.getByRole('dialog')).toBeVisible()
    expect(await violations(window), `the dialog of ${key}`).toEqual([])
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toBeHidden()
  }
  for (const [typed, command, name] of screens) {
    await choose(window, typed, command)
    await expect(window.getByRole('dialog', { name })).toBeVisible()
    expect(await violations(window), command).toEqual([])
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toBeHidden()
  }
})

test('without a mouse: a row reads author, text, time and place; each step leaves the focus where work goes on', async ({
  launchSwitchboard,
}) => {
  const { window } = await launchSwitchboard()
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  const list = window.getByRole('listbox', { name: 'Needs a reply' })
  await window.keyboard.press('1')
  await expect(list).toBeFocused()
  const selected = list.getByRole('option', { selected: true })
  await expect(selected).toHaveAttribute('aria-setsize', '19')
  await expect(selected).toHaveAttribute('aria-posinset', '1')
  await expect(list).toHaveAttribute('aria-activedescendant', (await selected.getAttribute('id')) ?? '')
  const spoken = (await selected.innerText()).replace(/\s+/gu, ' ')
  const order = ['Mara Holt', '@maraholt', 'Two hours late', 'ago'].map((part) => spoken.indexOf(part))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order).not.toContain(-1)

  await window.keyboard.press('Enter')
  await expect(window.getByRole('complementary', { name: 'Ticket' })).toBeFocused()
  await window.keyboard.press('r')
  await expect(window.getByRole('textbox', { name: /^Public reply as @/ })).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('complementary', { name: 'Ticket' })).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(list).toBeFocused()
  for (const key of ['h', 'l', 'a']) {
    await window.keyboard.press(key)
    const dialog = window.getByRole('dialog')
    await expect(dialog.getByRole('combobox')).toBeFocused()
    await window.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(list).toBeFocused()
  }
  await window.keyboard.press('e')
  await waitForTickets(window, 18)
  await expect(list).toBeFocused()
  await expect(window.getByRole('status')).toContainText(/Solved/)

  // Tab goes through every area in the order in which it is read, and shows where it is.
  const names = new Set<string>()
  for (let n = 0; n < 80; n += 1) {
    await window.keyboard.press('Tab')
    const { name, outlined } = await window.evaluate(() => {
      const element = document.activeElement
      const area = element?.closest('nav, main, header, footer, aside, [role=complementary]')
      const style = element === null ? null : getComputedStyle(element)
      const isShown = style !== null && (style.outlineStyle !== 'none' || style.boxShadow !== 'none')
      return { name: area?.getAttribute('aria-label') ?? area?.tagName ?? '', outlined: isShown }
    })
    names.add(name)
    expect(outlined, `focus is seen on Tab ${n + 1}, in ${name}`).toBe(true)
  }
  expect([...names]).toEqual(expect.arrayContaining(['Brands', 'Decks']))
})
