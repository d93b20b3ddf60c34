/** @file One state of the window at each size and in both themes: a picture of each, and nothing that does not fit. */
import type { ElectronApplication, Locator, Page, TestInfo } from '@playwright/test'
import { expect } from './launch.ts'

const sizes = [
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
]

type Shown = { app: ElectronApplication; window: Page; info: TestInfo }

/** Takes the pictures among the test's results, and leaves the window large and dark. `check` runs in each look. */
export async function inAllLooks(
  { app, window, info }: Shown,
  name: string,
  check?: () => Promise<void>,
): Promise<void> {
  const own = await app.browserWindow(window)
  for (const { width, height } of sizes) {
    await own.evaluate((its, size) => its.setContentSize(size.width, size.height), { width, height })
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(width)
    for (const theme of ['light', 'dark']) {
      await window.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme)
      await window.screenshot({ path: info.outputPath(`${name}-${theme}-${width}.png`) })
    }
    expect(await window.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await check?.()
  }
}

/** No word of a button is cut, and the dialog scrolls up and down alone. */
export async function expectNothingClipped(dialog: Locator): Promise<void> {
  const cut = await dialog.evaluate((element) =>
    [...element.querySelectorAll('button, select, p, summary')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .map((one) => one.textContent),
  )
  expect(cut).toEqual([])
  const box = await dialog.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
  })
  expect(box).toBe(true)
}
