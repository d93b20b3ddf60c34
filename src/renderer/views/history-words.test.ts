import { expect, test } from 'vitest'
import type { HistoryLine } from '../../shared/domain/history.ts'
import { historyCsv, historyMarkdown, historySentence } from './history-words.ts'

const at = new Date(2026, 10, 24, 10, 7).getTime()
const line = (event: string, more: Partial<HistoryLine> = {}): HistoryLine => ({
  id: '0193f0a0-0000-7000-8000-000000000001',
  at,
  by: { kind: 'agent', name: 'Jo' },
  event,
  before: {},
  after: {},
  undone: false,
  ...more,
})
const when = '24 Nov 2026, 10:07'

test.each<[string, HistoryLine]>([
  [
    `Jo solved it · ${when} · without a reply`,
    line('ticket.solved', { after: { solved_how: 'unanswered' } }),
  ],
  [`Jo gave it to · ${when} · Ana Reis`, line('ticket.assigned', { after: { owner_agent_id: 'Ana Reis' } })],
  [
    `Jo put a label on · ${when} · vip`,
    line('ticket.tagged', { before: { tags: 'bag' }, after: { tags: 'bag,vip' } }),
  ],
  [
    `Jo snoozed it · ${when} · Until they answer · taken back`,
    line('ticket.snoozed', { after: { snoozed_until: null }, undone: true }),
  ],
  [
    `A promise was broken · ${when} · We’ll write by 5.`,
    line('ticket.promise-broken', { by: { kind: 'core' }, after: { promise_id: 'We’ll write by 5.' } }),
  ],
  [`Something that is new · ${when}`.replace('Something that is new', 'Changed (a.b) by Jo'), line('a.b')],
])('%s', (sentence, one) => {
  expect(historySentence(one)).toBe(sentence)
})

test('a file of it: one item per line, and cells that no spreadsheet runs', () => {
  const lines = [line('ticket.solved', { by: { kind: 'agent', name: '=cmd("x")' } })]
  expect(historyMarkdown('#12 Bag', lines)).toBe(`# #12 Bag\n\n- =cmd("x") solved it · ${when}\n`)
  const [, row] = historyCsv(lines).split('\r\n')
  expect(row).toContain(`"'=cmd(""x"")","ticket.solved"`)
})
