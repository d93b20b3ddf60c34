/**
 * @file The wide screens in the languages whose words are longest and densest, in high contrast and in the system's own
 * colours: reports, the page for whoever comes, answers of before, notices. Nothing of them is cut.
 */
import type { Locator } from '@playwright/test'
import { de } from '../../src/shared/messages/de.ts'
import { ja } from '../../src/shared/messages/ja.ts'
import { violations } from './axe.ts'
import { connectHandle, holdBriefly } from './connecting.ts'
import { choose, row, sitDown, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const spoken = [
  { name: 'German', typed: 'language deutsch', option: 'Language: Deutsch', locale: 'de-DE', words: de },
  { name: 'Japanese', typed: 'language japanese', option: 'Language: 日本語', locale: 'ja-JP', words: ja },
] as const

/**
 * Both themes at both sizes, and high contrast and the system's colours at the larger one.
 * @param within where nothing may be cut; null: lines are cut there by design
 */
async function everyLook(
  { window, ...shown }: Parameters<typeof inAllLooks>[0],
  picture: string,
  within: Locator | null,
): Promise<void> {
  const { info } = shown
  await inAllLooks({ window, ...shown }, picture, async () => {
    if (within !== null) await expectNothingClipped(within)
  })
  await window.evaluate(() => document.documentElement.setAttribute('data-theme', 'contrast'))
  await window.screenshot({ path: info.outputPath(`${picture}-contrast-1440.png`) })
  await window.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await window.emulateMedia({ forcedColors: 'active' })
  await window.screenshot({ path: info.outputPath(`${picture}-forced-1440.png`) })
  await window.emulateMedia({ forcedColors: null })
}

const asks = (by: string, text: string) => [
  { type: 'user', username: by, name: by },
  { type: 'post', by, at: '2026-11-17T07:00:00Z', text: `@northwindair ${text}` },
]

for (const { name, typed, option, locale, words } of spoken) {
  test(`what was answered before is offered in ${name}, in every look`, async ({
    launchSwitchboard,
  }, info) => {
    const world = await startWorld([
      ...asks('tildeberg', 'can I still change my seat after online check-in?'),
      ...asks('rashidkhan', 'how do I change the seat, I did the check-in already?'),
    ])
    const { app, window } = await launchSwitchboard({ env: world.env })
    await skipWhoIsHere(window)
    const northwind = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }
    await connectHandle(window, world, northwind)
    await holdBriefly(window)
    await row(window, 'tildeberg').first().click()
    await window.keyboard.press('r')
    await window.keyboard.type('Seats are changed under My Trips until two hours before departure.')
    await window.keyboard.press('Control+Shift+Enter')
    await expect(window.getByRole('status').getByText(/^tildeberg: sent/)).toBeVisible({ timeout: 30_000 })
    await choose(window, typed, option)
    await expect(window.locator('html')).toHaveAttribute('lang', locale)
    await row(window, 'rashidkhan', words['column.needs-reply']).first().click()
    const strip = window.getByRole('region', { name: words['answers.title'] })
    await expect(strip).toBeVisible({ timeout: 15_000 })
    await everyLook({ app, window, info }, `${name.toLowerCase()}-answers`, null)
    expect(await violations(window)).toEqual([])
    await world.x.close()
  })

  test(`reports, handover, answers and notices speak ${name}, and nothing is cut in any look`, async ({
    launchSwitchboard,
  }, info) => {
    test.setTimeout(240_000)
    const { app, window } = await launchSwitchboard()
    await sitDown(window, 'Jo Doe', 'JD')
    await waitForTickets(window, 19)
    await choose(window, typed, option)
    await expect(window.locator('html')).toHaveAttribute('lang', locale)
    const column = words['column.needs-reply']
    await expect(window.getByRole('listbox', { name: column }).getByRole('option').first()).toBeVisible()
    const dialog = window.getByRole('dialog')
    const keys = async (...all: string[]) => {
      for (const key of all) await window.keyboard.press(key)
    }
    const looks = (part: string, within: Locator) =>
      everyLook({ app, window, info }, `${name.toLowerCase()}-${part}`, within)

    await keys('g', 'r')
    await dialog
      .getByRole('combobox', { name: words['report.period'] })
      .selectOption(words['report.period.this-month'])
    await expect(dialog).toContainText(words['report.limits.open'])
    await looks('report', dialog)
    for (const heading of ['report.times', 'report.hours', 'report.by.brand', 'report.limits'] as const) {
      await dialog.getByRole('heading', { name: words[heading] }).first().scrollIntoViewIfNeeded()
      await looks(heading.replaceAll('.', '-'), dialog)
    }
    expect(await violations(window)).toEqual([])
    await keys('Escape')
    await expect(dialog).toHaveCount(0)

    await keys('g', 'h')
    await expect(dialog).toContainText('Northwind Air')
    await looks('handover', dialog)
    await dialog.getByRole('button', { name: words['handover.take-in'] }).click()
    await expect(dialog.getByRole('button', { name: words['handover.file.choose'] })).toBeVisible()
    await looks('handover-file', dialog)
    await dialog.getByRole('button', { name: words['app.back'], exact: true }).click()
    await dialog.getByRole('button', { name: words['handover.leave'] }).click()
    await looks('handover-leave', dialog)
    await keys('Escape', 'Escape')
    await expect(dialog).toHaveCount(0)

    await keys('g', ',')
    await dialog
      .getByRole('option')
      .or(dialog.getByRole('button', { name: /Northwind Air/ }))
      .first()
      .click()
    // Where there are no pages yet it begins with the first.
    await dialog.getByRole('textbox', { name: words['answers.form.title'] }).fill('Moving a flight')
    await dialog
      .getByRole('textbox', { name: words['answers.form.question'] })
      .fill('Can I move my flight without the fee?')
    await dialog
      .getByRole('textbox', { name: words['answers.form.answer'] })
      .fill('A flight is moved under My Trips, the fee is shown there. Else: rashid.khan@example.org')
    await expect(dialog).toContainText(words['answers.finding.email'])
    await looks('answers-form', dialog)
    await dialog.getByRole('button', { name: words['answers.form.save'], exact: true }).click()
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Moving a flight' })).toBeVisible()
    await looks('answers-pages', dialog)
    await keys('Escape')
    await expect(dialog).toHaveCount(0)

    await keys('Shift+N')
    await looks('notices-none', dialog)
    await dialog.getByRole('button', { name: words['command.notice.write'] }).first().click()
    await dialog
      .getByRole('combobox', { name: words['notice.kind'] })
      .selectOption(words['notice.kind.planned'])
    await dialog
      .getByRole('textbox', { name: words['notice.title.planned'] })
      .fill(words['notice.title.planned.example'])
    await dialog.getByRole('checkbox', { name: 'Northwind Air' }).check()
    await looks('notice-form', dialog)
    await dialog.getByRole('button', { name: words['app.cancel'], exact: true }).click()
    await dialog.getByRole('button', { name: words['notice.view.calendar'] }).click()
    await looks('notice-calendar', dialog)
    expect(await violations(window)).toEqual([])
  })
}
