/** @file Identities. Own rows carry UUIDv7 text (sortable by birth); what X names stays a string of digits. */
import { z } from 'zod'

/** An id of ours: UUID version 7, lower case. */
export const OwnId = z.uuid({ version: 'v7' })

/** An id of X's: up to 19 digits. Always text: 64 bits do not fit a JavaScript number. */
export const XId = z.string().regex(/^[0-9]{1,19}$/)

/** Orders two ids of X's by their number: the longer is the larger, equal lengths compare as text. */
export function compareXIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}

/** A handle's name as X allows it, without the @. */
export const Username = z.string().regex(/^[A-Za-z0-9_]{1,15}$/)
