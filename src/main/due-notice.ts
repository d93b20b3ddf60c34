/** @file The system's notice that replies fell due. It names brands and numbers; a customer's words stay in the window. */
import { Notification } from 'electron'
import type { FellDue } from '../shared/host-protocol.ts'
import { word } from './words.ts'

/** So many brands are named one by one. */
const namedAtMost = 3

/** What of it may be told while one brand alone is shown; null: nothing. */
export function dueOf({ brands }: FellDue, onlyBrandId: string | null): FellDue | null {
  const left = onlyBrandId === null ? brands : brands.filter(({ brandId }) => brandId === onlyBrandId)
  return left.length === 0 ? null : { brands: left }
}

/** The notice in words. */
export function dueWords({ brands }: FellDue): { title: string; body: string } {
  const count = brands.reduce((sum, brand) => sum + brand.count, 0)
  const named = brands
    .slice(0, namedAtMost)
    .map(({ name }) => name)
    .join(', ')
  const more = brands.length - namedAtMost
  return {
    title:
      count === 1 ? word('notice.due.one') : word('notice.due.many').replace('{count}', () => `${count}`),
    body: more > 0 ? `${named} ${word('notice.due.more').replace('{count}', () => `${more}`)}` : named,
  }
}

/** Shows it where the system can. @param onClick the person wants to see them */
export function showDue(due: FellDue, onClick: () => void): void {
  if (!Notification.isSupported()) return
  const notice = new Notification(dueWords(due))
  notice.on('click', onClick)
  notice.show()
}
