/** @file Which chips a card of the past carries: that it was imported, and nothing about who answered it. */
import { expect, test } from 'vitest'
import { card } from '../../../tests/cards.ts'
import type { Card } from '../../shared/domain/ticket.ts'
import { cardTags, chipWidth, fitTags, type CardTag } from './card-tags.ts'

const past: Card = {
  ...card(1),
  status: 'closed',
  needsReply: false,
  answeredElsewhere: true,
  imported: true,
}
const texts = (more: Partial<Card>): string[] => cardTags({ ...past, ...more }).map(({ text }) => text)

test('what came in closed says so', () => {
  expect(texts({})).toEqual(['Imported'])
  expect(texts({ status: 'solved', imported: false })).toEqual(['Answered elsewhere', 'Solved'])
})

test('what is owed and what is urgent come first, labels after the status', () => {
  const desk: Card['desk'] = { ...past.desk, priority: 'urgent', tags: ['baggage', 'vip'], owedAt: 5 }
  expect(texts({ status: 'open', imported: false, answeredElsewhere: false, desk })).toEqual([
    'Follow-up due',
    'Urgent',
    'baggage',
    'vip',
  ])
  const later: Card['desk'] = { ...past.desk, priority: 'low', snoozedForReply: true }
  expect(texts({ status: 'pending', imported: false, answeredElsewhere: false, desk: later })).toEqual([
    'Pending',
    'Until they answer',
    'Low',
  ])
})

const found = {
  category: 'complaint',
  urgency: 'normal',
  reach: 'usual',
  loud: false,
  lastResort: false,
  privateData: false,
  impostors: 0,
} as const
const waiting = { status: 'new', imported: false, answeredElsewhere: false, needsReply: true } as const

test('what triage found stands behind the status, what presses before it', () => {
  expect(texts({ ...waiting, triage: found })).toEqual(['New', 'Complaint'])
  const pressing = { ...found, urgency: 'urgent', lastResort: true, loud: true, impostors: 1 } as const
  expect(texts({ ...waiting, triage: pressing })).toEqual([
    'Loud',
    'Impostor?',
    'Last resort',
    'Urgent',
    'New',
    'Complaint',
  ])
})

test('what is answered presses no more, and what came in closed has no category', () => {
  const pressing = { ...found, urgency: 'urgent', lastResort: true, privateData: true } as const
  const pending = { ...waiting, status: 'pending', needsReply: false } as const
  expect(texts({ ...pending, triage: pressing })).toEqual(['Pending', 'Complaint', 'Private data'])
  expect(texts({ triage: pressing })).toEqual(['Imported'])
})

test('beside a wide chip a row leaves out what has no room, but for what always stands', () => {
  const tags = ['Complaint', 'vip'].map((text): CardTag => ({ key: text, text, tone: 'plain' }))
  const beside = 150 - chipWidth('+2 tickets')
  expect(chipWidth('+2 tickets')).toBeGreaterThan(90)
  expect(fitTags(tags, beside, 0)).toEqual({ shown: [], more: 2 })
  expect(fitTags(tags, beside, 1)).toEqual({ shown: tags.slice(0, 1), more: 1 })
  expect(fitTags(tags.slice(1), beside, 0)).toEqual({ shown: tags.slice(1), more: 0 })
})
