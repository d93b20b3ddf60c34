/** @file Formats the message catalogue. The one place that turns keys and failures into words for people. */
import { IntlMessageFormat } from 'intl-messageformat'
import { CsatReason } from '../shared/domain/csat-setting.ts'
import { Guard } from '../shared/domain/guard.ts'
import { ForbiddenSubject } from '../shared/domain/labels.ts'
import { ActReason } from '../shared/domain/outbox.ts'
import { RefusalReason } from '../shared/domain/refusal.ts'
import { failureData, fromWire, type Failure, type FailureCode, type WireFailure } from '../shared/errors.ts'
import { catalogueOf, type Catalogue } from '../shared/messages/catalogue.ts'
import { en, type MessageKey } from '../shared/messages/en.ts'
import { language, locale } from './language.ts'

export type Values = Record<string, string | number | boolean>

let catalogue: Catalogue = en

/** Loads the words of this window's language; before that it speaks English. */
export async function learnWords(): Promise<void> {
  catalogue = await catalogueOf(language)
  compiled.clear()
}

const compiled = new Map<MessageKey, IntlMessageFormat>()

/** The words of `key` with `values` set in. @throws when a value that the message needs is missing: a bug. */
export function t(key: MessageKey, values?: Values): string {
  const source = catalogue[key]
  if (!source.includes('{') && !source.includes("'")) return source
  let message = compiled.get(key)
  if (!message) {
    message = new IntlMessageFormat(source, locale, undefined, { ignoreTag: true })
    compiled.set(key, message)
  }
  return String(message.format(values))
}

/** Whether the catalogue has `key`: for keys made from names that core hands over. */
export const isMessage = (key: string): key is MessageKey => Object.hasOwn(en, key)

/** The words of an event of the audit history. */
export function eventWords(event: string): string {
  const key = `event.${event}`
  return isMessage(key) ? t(key) : t('event.other', { event })
}

const clockTime = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** What a failure says: what happened, what was kept, what to do next. */
export function failureWords(failure: Failure): string {
  const key: MessageKey = `error.${failure.code as FailureCode}`
  const values: Values = {}
  const known = failureData[failure.code].safeParse(failure.data)
  for (const [name, value] of Object.entries(known.success ? known.data : {})) {
    if (Array.isArray(value)) values[name] = value.join(', ')
    else if (typeof value === 'number' && name.endsWith('At')) values[name] = clockTime.format(value)
    else if (typeof value === 'number' || typeof value === 'string') values[name] = value
  }
  if (failure.is('x.refused')) {
    const reason = RefusalReason.safeParse(failure.data.reason)
    values['why'] = t(`refusal.${reason.success ? reason.data : 'forbidden'}`, {
      detail: failure.data.detail,
    })
  }
  if (failure.is('csat.not-now')) {
    const reason = CsatReason.safeParse(failure.data.reason)
    values['why'] = t(`csat.not.${reason.success ? reason.data : 'off'}`)
  }
  if (failure.is('guard.stopped')) {
    const names = failure.data.guards.flatMap((name) => Guard.safeParse(name).data ?? [])
    values['names'] = names.map((name) => t(`guard.name.${name}`)).join(', ')
  }
  if (failure.is('post.not-allowed')) {
    const reason = ActReason.safeParse(failure.data.reason)
    values['why'] = t(`act.${reason.success ? reason.data : 'unseen'}`)
  }
  if (failure.is('agent.not-allowed')) values['name'] = failure.data.name ?? 'none'
  if (failure.is('approval.not-by'))
    values['why'] = t(`approval.not.${failure.data.reason}`, { name: failure.data.name })
  if (failure.is('label.forbidden')) {
    const subject = ForbiddenSubject.safeParse(failure.data.subject)
    values['why'] = t(`label.subject.${subject.success ? subject.data : 'health'}`)
  }
  if (failure.is('undo.conflict')) {
    const { since, by } = failure.data
    values['what'] = since ? eventWords(since) : 'none'
    values['by'] = by ?? 'none'
  }
  if (failure.is('reply.no-route')) values['moved'] = failure.data.reason === 'target-moved'
  return t(key, values)
}

/** The same for a failure that is stored in a row. */
export const wireFailureWords = (failure: WireFailure): string => failureWords(fromWire(failure))
