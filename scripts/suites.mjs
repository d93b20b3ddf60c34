/** @file What a test suite's run amounts to, and the closing words of a whole run; must not run anything. */

/** @typedef {{ name: string, reason: string }} Skipped */
/** @typedef {{ passed: number, failed: number, skipped: Skipped[], failures: string[] }} Counts */
/** @typedef {{ title?: string, file?: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite */
/** @typedef {{ title: string, tests: { status: string, annotations?: { type: string, description?: string }[] }[] }} PlaywrightSpec */
/** @typedef {{ suites?: PlaywrightSuite[], errors?: { message?: string }[] }} PlaywrightReport */

/**
 * One check that passes or fails as a whole.
 * @param {string} name @param {number} code of its process @returns {Counts}
 */
export function countsOfCheck(name, code) {
  return code === 0
    ? { passed: 1, failed: 0, skipped: [], failures: [] }
    : { passed: 0, failed: 1, skipped: [], failures: [`${name} (code ${code})`] }
}

/**
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countsOfPlaywright(report) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, skipped: [], failures: [] }
  for (const error of report.errors ?? []) {
    counts.failed += 1
    counts.failures.push(error.message ?? 'an error outside any test')
  }
  for (const { name, test } of (report.suites ?? []).flatMap((suite) => testsOf(suite, []))) {
    if (test.status === 'expected') counts.passed += 1
    else if (test.status === 'skipped') {
      const reason = test.annotations?.find(({ type }) => type === 'skip' || type === 'fixme')?.description
      counts.skipped.push({ name, reason: reason ?? '' })
    } else {
      counts.failed += 1
      counts.failures.push(name)
    }
  }
  return counts
}

/**
 * What a suite's report and its process say together. A run that says nothing, or ends badly without naming a failure,
 * has failed; so has a test that is skipped without a reason.
 * @param {string} name of the suite
 * @param {number} code of its process
 * @param {Counts | undefined} counts from its report
 * @returns {Counts}
 */
export function verdict(name, code, counts) {
  if (!counts) return countsOfCheck(`${name}: no report`, code === 0 ? 1 : code)
  const silent = counts.skipped.filter(({ reason }) => reason.trim() === '')
  const result = {
    passed: counts.passed,
    failed: counts.failed + silent.length,
    skipped: counts.skipped.filter(({ reason }) => reason.trim() !== ''),
    failures: [...counts.failures, ...silent.map((each) => `${each.name} (skipped without a reason)`)],
  }
  if (result.failed === 0 && code !== 0)
    return { ...result, failed: 1, failures: [`${name} ended with code ${code}`] }
  if (result.failed === 0 && result.passed === 0)
    return { ...result, failed: 1, failures: [`${name}: no test ran`] }
  return result
}

/** @param {Counts[]} all @returns {string} "412 passed, 0 failed" and, where there are any, ", 2 skipped" */
export function closingLine(all) {
  const sum = (/** @type {(each: Counts) => number} */ of) => all.reduce((total, each) => total + of(each), 0)
  const skipped = sum((each) => each.skipped.length)
  return `${sum((each) => each.passed)} passed, ${sum((each) => each.failed)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * @param {PlaywrightSuite} suite @param {string[]} above titles
 * @returns {{ name: string, test: PlaywrightSpec['tests'][number] }[]}
 */
function testsOf(suite, above) {
  const titles = suite.title ? [...above, suite.title] : above
  return [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.map((test) => ({ name: [...titles, spec.title].join(' › '), test })),
    ),
    ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, titles)),
  ]
}
