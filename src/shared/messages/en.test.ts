/** @file Nothing that can be shown lacks its words. */
import { expect, test } from 'vitest'
import { commands } from '../commands.ts'
import { failureData } from '../errors.ts'
import { ColumnKind } from '../domain/deck.ts'
import { RefusalReason } from '../domain/refusal.ts'
import { AskReason, JobKind, JobState } from '../domain/outbox.ts'
import { RouteReason, TicketStatus } from '../domain/ticket.ts'
import { en } from './en.ts'

const missing = (keys: string[]) => keys.filter((key) => !Object.hasOwn(en, key))

test('every failure code says what happened, what was kept and what to do', () => {
  expect(missing(Object.keys(failureData).map((code) => `error.${code}`))).toEqual([])
})

test('every command has a title, every group and scope a name', () => {
  expect(
    missing(commands.flatMap((c) => [`command.${c.id}`, `group.${c.group}`, `scope.${c.scope}`])),
  ).toEqual([])
})

test('every state that a row can be in has its words', () => {
  const keys = [
    ...RouteReason.options.map((reason) => `route.${reason}`),
    ...RefusalReason.options.map((reason) => `refusal.${reason}`),
    ...TicketStatus.options.map((status) => `status.${status}`),
    ...JobState.options.map((state) => `job.${state}`),
    ...JobKind.options.map((kind) => `kind.${kind}`),
    ...AskReason.options.map((reason) => `ask.${reason}`),
    ...ColumnKind.options.flatMap((kind) => [
      `column.${kind}`,
      `column.empty.${kind}`,
      `column.empty.${kind}.next`,
    ]),
  ]
  expect(missing(keys)).toEqual([])
})

test('no message stands for a command or a failure that does not exist', () => {
  const known = new Set<string>([
    ...commands.map((c) => `command.${c.id}`),
    ...Object.keys(failureData).map((c) => `error.${c}`),
  ])
  expect(Object.keys(en).filter((key) => /^(command|error)\./.test(key) && !known.has(key))).toEqual([])
})
