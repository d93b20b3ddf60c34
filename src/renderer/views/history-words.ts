/** @file The history of a ticket as sentences, and as a file to keep. Pure. */
import type { HistoryLine } from '../../shared/domain/history.ts'
import { fullTime } from '../time.ts'
import { eventWords, isMessage, t, type Values } from '../words.ts'

const who = ({ by }: HistoryLine): string =>
  by.kind === 'agent'
    ? by.name
    : by.kind === 'rule'
      ? t('history.by.rule', { name: by.name })
      : t(`history.by.${by.kind}`)

const text = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : `${value}`

const labels = (value: string | number | null | undefined): string[] =>
  text(value) === '' ? [] : text(value).split(',')

/** The words of a key that is made from a name; empty for a name that has none. */
const worded = (key: string): string => (isMessage(key) ? t(key) : '')

/** What changed, in a few words; empty when the sentence says all. */
function detail({ event, before, after }: HistoryLine): string {
  const when = (at: string | number | null | undefined): string =>
    typeof at === 'number' ? fullTime(at) : ''
  switch (event) {
    case 'ticket.solved':
    case 'ticket.no-reply-needed':
      return worded(`history.how.${after['solved_how']}`)
    case 'ticket.status-set':
    case 'ticket.reopened':
      return worded(`status.${after['status']}`)
    case 'ticket.assigned':
      return text(after['owner_agent_id'])
    case 'ticket.tagged':
      return labels(after['tags'])
        .filter((label) => !labels(before['tags']).includes(label))
        .join(', ')
    case 'ticket.untagged':
      return labels(before['tags'])
        .filter((label) => !labels(after['tags']).includes(label))
        .join(', ')
    case 'ticket.prioritised':
      return worded(`priority.${after['priority']}`)
    case 'ticket.snoozed':
      return when(after['snoozed_until']) || t('snooze.reply')
    case 'ticket.follow-up-set':
      return [when(after['follow_up_at']) || t('follow-up.drop'), text(after['follow_up_reason'])]
        .filter((part) => part !== '')
        .join(': ')
    case 'ticket.promised':
    case 'ticket.promise-dropped':
    case 'ticket.promise-kept':
    case 'ticket.promise-broken':
      return text(after['promise_id'])
    case 'ticket.gathered':
      return text(after['incident_id'])
    case 'ticket.released':
      return text(before['incident_id'])
    case 'ticket.alerted':
      return text(after['words'])
    case 'ticket.drafted':
      return text(after['macro_id'] ?? after['macro'])
    case 'ticket.renamed':
      return text(after['title'])
    case 'ticket.field-set':
      return t('fields.one', { name: text(after['field_id']), value: text(after['value']) })
    case 'ticket.moved-handle':
      return `@${text(after['handle_id'])}`
    default:
      return ''
  }
}

/** One line: “Jo solved it · 10:07 · without a reply”. */
export function historySentence(line: HistoryLine): string {
  const key = `history.${line.event}`
  const values: Values = { who: who(line) }
  const what = isMessage(key)
    ? t(key, values)
    : line.by.kind === 'agent' || line.by.kind === 'rule'
      ? t('event.by', { what: eventWords(line.event), name: who(line) })
      : eventWords(line.event)
  const undone = line.undone ? t('history.undone') : ''
  return [what, fullTime(line.at), detail(line), undone]
    .filter((part) => part !== '')
    .join(t('app.separator'))
}

/** As Markdown, one item per line. */
export const historyMarkdown = (title: string, lines: readonly HistoryLine[]): string =>
  [`# ${title}`, '', ...lines.map((line) => `- ${historySentence(line)}`), ''].join('\n')

// A cell that a spreadsheet would take for a formula is only text.
const cell = (value: string): string =>
  `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`

/** As comma-separated values: time, who, event, sentence, taken back. */
export const historyCsv = (lines: readonly HistoryLine[]): string =>
  [
    ['at', 'who', 'event', 'sentence', 'undone'],
    ...lines.map((line) => [
      new Date(line.at).toISOString(),
      who(line),
      line.event,
      historySentence(line),
      line.undone ? 'yes' : 'no',
    ]),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
