/** @file Another language: the window, its menus and its dates, at once and after a restart, and nothing that is cut. */
import type { ElectronApplication } from '@playwright/test'
import { choose, row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'

const menusOf = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])

/** What the test finds the window by in each language. */
const spoken = [
  {
    name: 'German',
    words: 'language deutsch',
    option: 'Language: Deutsch',
    locale: 'de-DE',
    column: 'Braucht Antwort',
    menu: 'Ticket',
    draft: 'Mara, Ihr Koffer ist in Boston.',
  },
  {
    name: 'Spanish',
    words: 'language español',
    option: 'Language: Español',
    locale: 'es-ES',
    column: 'Por responder',
    menu: 'Ticket',
    draft: 'Mara, su maleta está en Boston.',
  },
  {
    name: 'Japanese',
    words: 'language japanese',
    option: 'Language: 日本語',
    locale: 'ja-JP',
    column: '要返信',
    menu: 'チケット',
    draft: 'Maraさん、お荷物はボストンにあります。',
  },
]

for (const { name, words, option, locale, column, menu, draft } of spoken) {
  test(`${name} is spoken at once, what was being written stays, and the next start speaks it too`, async ({
    launchSwitchboard,
  }, info) => {
    const running = await launchSwitchboard()
    const { app, window } = running
    await skipWhoIsHere(window)
    await waitForTickets(window, 19)
    await expect(window.locator('html')).toHaveAttribute('lang', 'en-GB')
    await row(window, 'Mara Holt').first().click()
    await window.keyboard.press('r')
    await expect(window.getByRole('textbox', { name: /^Public reply as @northwindair/ })).toBeFocused()
    await window.keyboard.insertText(draft)
    await window.keyboard.press('Escape')
    await choose(window, words, option)
    await expect(window.locator('html')).toHaveAttribute('lang', locale)
    const listed = window.getByRole('listbox', { name: column })
    await expect(listed.getByRole('option').first()).toBeVisible()
    await row(window, 'Mara Holt', column).first().click()
    await expect(window.getByRole('textbox', { name: /@northwindair/ })).toHaveValue(draft)
    await inAllLooks({ app, window, info }, name.toLowerCase())
    const menus = await menusOf(app)
    await window.keyboard.press('Escape')
    await window.keyboard.press('?')
    await expect(window.getByRole('dialog')).toBeVisible()
    await inAllLooks({ app, window, info }, `${name.toLowerCase()}-keys`)
    await running.close()

    const again = await launchSwitchboard({ profile: running.profile })
    await expect(again.window.locator('html')).toHaveAttribute('lang', locale)
    await expect(again.window.getByRole('listbox', { name: column })).toBeVisible()
    expect(await menusOf(again.app)).toEqual(menus)
    expect(menus).toContain(menu)
    expect(menus).not.toContain('View')
  })
}
