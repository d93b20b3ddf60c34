/** @file Since when somebody is on X, in words. Pure: the instant that counts as now is an argument, in workspace time. */
import { monthOfYear } from '../time.ts'
import { t } from '../words.ts'

const day = 86_400_000
/** A younger account is told by its days: spam and impostors mostly are, as is everybody who is new. */
const newForDays = 30

const daysOnX = (now: number, joinedAt: number): number => Math.max(0, Math.floor((now - joinedAt) / day))

export const isNewOnX = (now: number, joinedAt: number): boolean => daysOnX(now, joinedAt) < newForDays

/** `On X since March 2012`; of a new account `On X for 12 days`. */
export const sinceWords = (now: number, joinedAt: number): string =>
  isNewOnX(now, joinedAt)
    ? t('customer.on-x.days', { days: daysOnX(now, joinedAt) })
    : t('customer.on-x.since', { month: monthOfYear(joinedAt) })
