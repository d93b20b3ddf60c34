/** @file What the print dialog answers, in our words. */
import { expect, test } from 'vitest'
import { printPage } from './print-page.ts'

const answering = (printed: boolean, reason: string) =>
  printPage({ print: (_options, done) => done?.(printed, reason) })

test('printed, given up by the person, and failed', async () => {
  expect(await answering(true, '')).toBe(true)
  expect(await answering(false, 'Print job canceled')).toBe(false)
  await expect(answering(false, 'Print job failed')).rejects.toMatchObject({ code: 'print.failed' })
})
