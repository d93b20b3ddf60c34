/** @file Initials stay unique and short whatever brands are called; fills are used up before any is shared. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillCount, fillFor, initialsFor } from './initials.ts'

describe('initials of a brand', () => {
  it.each([
    ['Northwind Air', [], 'NA'],
    ['Lumen Broadband', ['LB'], 'LU'],
    ['Kettle & Co', [], 'KC'],
    ['Metro', [], 'ME'],
    ['東京メトロ', [], '東京'],
    ['👩‍👩‍👧 Family', [], 'FA'],
    ['!!!', [], '#'],
    ['X', ['X'], 'X1'],
  ])('%s beside %j: %s', (name, taken, expected) => {
    expect(initialsFor(name, new Set(taken))).toBe(expected)
  })

  it('takes the wish when it is free', () => {
    expect(initialsFor('Kettle', new Set(), 'kc')).toBe('KC')
    expect(initialsFor('Kettle', new Set(['KC']), 'kc')).toBe('KE')
  })

  it('gives every brand its own, of one to three graphemes', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 40 }), (names) => {
        const taken = new Set<string>()
        for (const name of names) {
          const initials = initialsFor(name, taken)
          expect(taken.has(initials)).toBe(false)
          const length = [...segmenter.segment(initials)].length
          expect(length).toBeGreaterThanOrEqual(1)
          expect(length).toBeLessThanOrEqual(3)
          taken.add(initials)
        }
      }),
    )
  })
})

describe('the fill of a brand', () => {
  it('uses all twelve before any twice', () => {
    const taken: number[] = []
    for (let brand = 0; brand < fillCount; brand++) taken.push(fillFor(taken))
    expect(new Set(taken).size).toBe(fillCount)
    expect(fillFor(taken)).toBe(0)
    expect(fillFor([0, 2])).toBe(1)
  })
})
