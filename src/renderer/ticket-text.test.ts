/** @file A copied ticket tells what was said, by whom and when, and nothing that is internal. */
import { expect, test } from 'vitest'
import { card, id } from '../../tests/cards.ts'
import type { TimelineItem } from '../shared/domain/ticket.ts'
import { ticketText } from './ticket-text.ts'

const at = new Date(2026, 10, 17, 9, 11).getTime()
const mara = { xUserId: '1', name: 'Mara', username: 'mara', avatar: null, followers: null, verified: false }
const air = { ...mara, xUserId: '2', name: 'Northwind Air', username: 'northwindair' }
const post = {
  kind: 'post',
  id: '10',
  author: mara,
  runs: [
    { kind: 'text', text: 'Where is my bag? ' },
    { kind: 'link', text: 'pic.x.com/…', href: 'https://t.co/abc' },
  ],
  lang: 'en',
  at,
  ours: false,
  agentName: null,
  context: false,
  otherTicket: null,
  permalink: 'https://x.com/mara/status/10',
  likes: 0,
  reposts: 0,
  mediaCount: 0,
  media: [],
  edited: false,
  versions: [],
  quotedId: null,
  previews: [],
} satisfies TimelineItem

const timeline: TimelineItem[] = [
  post,
  { ...post, id: '11', otherTicket: 7, runs: [{ kind: 'text', text: 'Of another ticket' }] },
  {
    kind: 'note',
    id: id(1),
    text: 'She is difficult',
    at,
    agentName: 'Jo Doe',
    agentInitials: 'JD',
    mentions: [],
  },
  { kind: 'event', id: id(2), event: 'ticket.snooze', at, agentName: 'Jo Doe' },
  {
    kind: 'dm',
    id: '12',
    author: air,
    runs: [{ kind: 'text', text: 'It is in Boston.' }],
    at: at + 60_000,
    ours: true,
    agentName: 'Jo Doe',
    mediaCount: 0,
    media: [],
    previews: [],
  },
  { kind: 'gone', id: '13', what: 'post', why: 'deleted', countries: [], at, goneAt: at, by: 'customer' },
]

test('head, link, and each message with who said it and when', () => {
  const text = ticketText({ card: card(1012), title: 'Where is my bag?', timeline }, 'Northwind Air')
  expect(text).toBe(
    [
      '#1012 Where is my bag?',
      'Northwind Air · Open · Mara · @mara',
      `switchboard://ticket/${id(1012)}`,
      '',
      '17 Nov 2026, 09:11 · Mara · @mara',
      'Where is my bag? https://t.co/abc',
      'https://x.com/mara/status/10',
      '',
      '17 Nov 2026, 09:12 · Northwind Air · @northwindair · Jo Doe · DM',
      'It is in Boston.',
      '',
      '17 Nov 2026, 09:11',
      'Deleted on X',
    ].join('\n'),
  )
  expect(text).not.toContain('difficult')
})
