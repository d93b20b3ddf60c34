/** @file Tells the test script what vitest found: counts, each skipped test's reason, each failure's name. */
import { writeFileSync } from 'node:fs'

export default class CountsReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} errors outside any test
   */
  onTestRunEnd(modules, errors) {
    /** @type {import('./suites.mjs').Counts} */
    const counts = {
      passed: 0,
      failed: errors.length,
      skipped: [],
      failures: errors.map(() => 'an error outside any test'),
    }
    for (const module of modules) {
      if (module.errors().length > 0) {
        counts.failed += 1
        counts.failures.push(module.relativeModuleId)
      }
      for (const test of module.children.allTests()) {
        const name = `${module.relativeModuleId} › ${test.fullName}`
        const result = test.result()
        if (result.state === 'passed') counts.passed += 1
        else if (result.state === 'skipped') counts.skipped.push({ name, reason: result.note ?? '' })
        else {
          counts.failed += 1
          counts.failures.push(name)
        }
      }
    }
    const file = process.env['SWITCHBOARD_REPORT']
    if (file) writeFileSync(file, JSON.stringify(counts))
  }
}
