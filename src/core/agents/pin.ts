/**
 * @file PINs of agents: hashed with scrypt (RFC 7914) and a salt each, compared in constant time, and slowed down where
 * somebody guesses. A PIN itself is never kept.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

const Stored = z.object({
  salt: z.string(),
  hash: z.string(),
  /** scrypt's costs, kept so that they can rise. */
  n: z.number(),
  r: z.number(),
  p: z.number(),
})

const cost = { n: 2 ** 14, r: 8, p: 1 }
const hashBytes = 32

const hashOf = (pin: string, salt: Buffer, { n, r, p }: typeof cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, hashBytes, { N: n, r, p }, (error, hash) => (error ? reject(error) : resolve(hash)))
  })

/** What is stored of a PIN. */
export async function storedPin(pin: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await hashOf(pin, salt, cost)
  return JSON.stringify({ salt: salt.toString('base64'), hash: hash.toString('base64'), ...cost })
}

/** Whether it is the PIN that was stored. */
export async function isPin(pin: string, stored: string): Promise<boolean> {
  const { salt, hash, ...costs } = Stored.parse(JSON.parse(stored))
  const expected = Buffer.from(hash, 'base64')
  return timingSafeEqual(await hashOf(pin, Buffer.from(salt, 'base64'), costs), expected)
}

/** So many wrong PINs in a row cost nothing. */
export const freeTries = 5
const firstWaitMs = 30_000
const longestWaitMs = 15 * 60_000

/** How long no PIN is looked at after so many wrong ones in a row, ms: doubles from the fifth on. */
export const waitAfter = (failures: number): number =>
  failures < freeTries ? 0 : Math.min(firstWaitMs * 2 ** Math.min(failures - freeTries, 10), longestWaitMs)
