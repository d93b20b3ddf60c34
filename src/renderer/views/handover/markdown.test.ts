/** @file The page as Markdown: every line and sentence, and no name that turns into a heading. */
import { expect, test } from 'vitest'
import type { HandoverView } from '../../../shared/domain/handover.ts'
import { fullTime } from '../../time.ts'
import { handoverMarkdown } from './markdown.ts'

const air = '0193f0a0-0000-7000-8000-000000000001'
const lumen = '0193f0a0-0000-7000-8000-000000000002'
const view: HandoverView = {
  sinceAt: 1_000,
  isFirst: false,
  brands: [
    {
      brandId: air,
      lines: [
        { line: 'late', count: 2 },
        { line: 'incidents', count: 1 },
      ],
      words: [
        {
          id: air,
          brandId: air,
          text: '# Mara *waits*\n<b>',
          by: 'Jo_Doe',
          leftAt: 2_000,
          takenBy: null,
          takenAt: null,
        },
      ],
      draft: 'not yet left',
    },
    { brandId: lumen, lines: [], words: [], draft: '' },
  ],
}

test('brands are headings, sentences quotes, lines a list; what is only drafted is not in it', () => {
  const text = handoverMarkdown(
    view,
    new Map([
      [air, 'North Air'],
      [lumen, 'Lumen #1'],
    ]),
    3_000,
  )
  expect(text).toBe(`# Handover, ${fullTime(3_000)}

Since ${fullTime(1_000)}

## North Air

> \\# Mara \\*waits\\* \\<b\\>
>
> Jo\\_Doe, ${fullTime(2_000)} · not taken over yet

- **2** replies are late
- **1** incident

## Lumen \\#1

Nothing new
`)
})
