/** @file An angry customer with four tickets is one row: by the column's menu, keys and mouse, and still so after a restart. */
import { violations } from './axe.ts'
import { connectHandle } from './connecting.ts'
import { choose, row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const air = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }
const edda = 'Edda Rask'
const angry = [
  'My case is in Oslo and I am not.',
  'Nobody picks up the phone since eight.',
  'And your form says my booking is from tomorrow.',
  'I am standing at a desk without a person behind it.',
]
const hers = [
  { type: 'user', username: 'edda', name: edda },
  ...angry.map((text) => ({ type: 'post', by: 'edda', after: '1s', text: `@northwindair ${text}` })),
]
/** Those who waited before her. */
const others = 7

test('one row for four tickets says so, unfolds and folds, gives all of them to one action, and z takes it back', async ({
  launchSwitchboard,
}, info) => {
  test.setTimeout(300_000)
  const world = await startWorld(hers)
  const running = await launchSwitchboard({ env: world.env })
  const { window } = running
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  await waitForTickets(window, others + angry.length)
  const column = window.getByRole('region', { name: /^Needs a reply/ })
  const list = window.getByRole('listbox', { name: 'Needs a reply' })
  await list.focus()
  await expect(row(window, edda)).toHaveCount(angry.length)

  await column.getByRole('button', { name: 'More about Needs a reply' }).click()
  await inAllLooks({ ...running, info }, 'grouping-menu')
  await window.getByRole('menuitemcheckbox', { name: /Group this column by customer/ }).click()
  const words = `${others + 1} rows of ${others + angry.length} tickets`
  await expect(column.getByLabel(words)).toBeVisible()
  await expect(row(window, edda)).toHaveCount(1)
  await expect(row(window, edda)).toHaveAccessibleName(/\+3 tickets/)

  await row(window, edda).click()
  await list.focus()
  await inAllLooks({ ...running, info }, 'grouping-folded')
  expect(await violations(window)).toEqual([])
  await window.keyboard.press('Shift+O')
  await expect(row(window, edda)).toHaveCount(angry.length)
  await expect(row(window, edda).first()).toHaveAccessibleName(/3 more below/)
  await expect(row(window, edda).last()).toBeInViewport({ ratio: 0.9 })
  await inAllLooks({ ...running, info }, 'grouping-unfolded')
  expect(await violations(window)).toEqual([])
  // From one of those below the same key folds them, and the cursor stands on the first one.
  await window.keyboard.press('j')
  await window.keyboard.press('Shift+O')
  await expect(row(window, edda)).toHaveCount(1)
  await expect(row(window, edda)).toHaveAttribute('aria-selected', 'true')
  await row(window, edda).getByText('+3 tickets').click()
  await expect(row(window, edda)).toHaveCount(angry.length)
  await row(window, edda).getByText('3 more below').click()
  await expect(row(window, edda)).toHaveCount(1)

  await window.keyboard.press('*')
  await window.keyboard.press('c')
  await expect(window.getByText(`${angry.length} chosen`)).toBeVisible()
  await inAllLooks({ ...running, info }, 'grouping-chosen')
  await window.keyboard.press('e')
  await expect(row(window, edda)).toHaveCount(0)
  await expect(column.getByLabel(`${others} rows of ${others} tickets`)).toBeVisible()
  await window.keyboard.press('z')
  await expect(column.getByLabel(words)).toBeVisible()

  await window.keyboard.press('*')
  await window.keyboard.press('a')
  await expect(window.getByText(`${others + angry.length} chosen`)).toBeVisible()
  await expect(window.getByText('3 folded tickets are chosen as well')).toBeVisible()
  await window.keyboard.press('Escape')

  await running.close()
  const again = await launchSwitchboard({ env: world.env, profile: running.profile })
  const after = again.window.getByRole('region', { name: /^Needs a reply/ })
  await expect(after.getByLabel(words)).toBeVisible({ timeout: 30_000 })
  await choose(again.window, 'group this column', 'Group this column by customer')
  await expect(row(again.window, edda)).toHaveCount(angry.length)
  await again.window.keyboard.press('z')
  await expect(row(again.window, edda)).toHaveCount(1)
  await world.x.close()
})
