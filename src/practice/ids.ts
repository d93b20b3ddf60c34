/** @file X's ids: 19 digits that hold the instant of creation, so that ids sort by time. Knows nothing of the world. */

/** 2010-11-04, where X's ids begin to count. */
const xEpoch = 1_288_834_974_657n

/** The id of the `sequence`-th thing made in that millisecond. @param at epoch ms, after 2010-11-04 */
export const idAt = (at: number, sequence = 0): string =>
  (((BigInt(Math.trunc(at)) - xEpoch) << 22n) | BigInt(sequence)).toString()

/** The instant that an id holds, in epoch ms. */
export const instantOf = (id: string): number => Number((BigInt(id) >> 22n) + xEpoch)

/** Orders ids as numbers without losing digits. */
export const compareIds = (a: string, b: string): number =>
  a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length - b.length

export const isId = (text: string): boolean => /^[0-9]{1,19}$/.test(text)
