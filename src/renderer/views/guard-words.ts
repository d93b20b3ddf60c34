/** @file What a guard saw, in one sentence. */
import type { Finding } from '../../shared/domain/guard.ts'
import { price } from '../money.ts'
import { clockTime } from '../time.ts'
import { isMessage, t, type Values } from '../words.ts'

const number = (value: string | number | undefined): number => (typeof value === 'number' ? value : 0)

export function guardWords({ guard, what, saw, values, where }: Finding): string {
  const key = `guard.${guard}.${what}`
  if (!isMessage(key)) return t(`guard.name.${guard}`)
  const shown: Values = {
    ...values,
    saw,
    at: clockTime(number(values['at'])),
    price: price(number(values['micros'])),
    plain: price(number(values['plainMicros'])),
  }
  const words = t(key, shown)
  return (where?.attachmentId ?? null) === null ? words : t('guard.in-alt', { words })
}
