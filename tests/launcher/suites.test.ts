/** @file What a run of suites amounts to: counts, skipped tests with their reasons, and runs that say nothing. */
import { describe, expect, it } from 'vitest'
import { closingLine, countsOfCheck, countsOfPlaywright, verdict } from '../../scripts/suites.mjs'

const counts = (passed: number, failed: number, skipped: { name: string; reason: string }[] = []) => ({
  passed,
  failed,
  skipped,
  failures: [],
})

describe('the closing line', () => {
  it('adds up all suites', () => {
    expect(closingLine([counts(400, 0), countsOfCheck('lint', 0), countsOfCheck('types', 2)])).toBe(
      '401 passed, 1 failed',
    )
  })

  it('names skipped tests only where there are any', () => {
    expect(closingLine([counts(3, 0, [{ name: 'a', reason: 'no schema here' }])])).toBe(
      '3 passed, 0 failed, 1 skipped',
    )
  })
})

describe('a Playwright report', () => {
  const spec = (title: string, status: string, description?: string) => ({
    title,
    tests: [{ status, annotations: description === undefined ? [] : [{ type: 'skip', description }] }],
  })

  it('counts each test once, however deep it lies', () => {
    const report = {
      suites: [
        {
          title: 'a.e2e.ts',
          specs: [spec('one', 'expected'), spec('two', 'unexpected')],
          suites: [
            { title: 'inner', specs: [spec('three', 'flaky'), spec('four', 'skipped', 'no browser')] },
          ],
        },
      ],
    }
    expect(countsOfPlaywright(report)).toEqual({
      passed: 1,
      failed: 2,
      skipped: [{ name: 'a.e2e.ts › inner › four', reason: 'no browser' }],
      failures: ['a.e2e.ts › two', 'a.e2e.ts › inner › three'],
    })
  })

  it('counts an error outside any test', () => {
    expect(countsOfPlaywright({ errors: [{ message: 'cannot load' }] })).toMatchObject({
      failed: 1,
      failures: ['cannot load'],
    })
  })
})

describe('a verdict', () => {
  it('is a failure when the suite left no report, even if its process ended well', () => {
    expect(verdict('e2e', 0, undefined).failed).toBe(1)
  })

  it('is a failure when the process failed and no test says why', () => {
    expect(verdict('unit', 1, counts(5, 0))).toMatchObject({
      passed: 5,
      failed: 1,
      failures: ['unit ended with code 1'],
    })
  })

  it('is a failure when no test ran', () => {
    expect(verdict('e2e', 0, counts(0, 0)).failed).toBe(1)
  })

  it('refuses a skipped test that names no reason', () => {
    const result = verdict(
      'unit',
      0,
      counts(1, 0, [
        { name: 'quiet', reason: ' ' },
        { name: 'told', reason: 'no X here' },
      ]),
    )
    expect(result).toMatchObject({ failed: 1, skipped: [{ name: 'told', reason: 'no X here' }] })
  })
})
