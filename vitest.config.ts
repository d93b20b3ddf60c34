/** @file Unit, flow and practice-X tests run in plain Node; the Electron suite has its own runner. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'tests/{answers,flows,practice-x,launcher,repos,reports,triage}/**/*.test.ts',
    ],
    // Flows of many hours of a fake clock take half of this on a machine that does something else as well.
    testTimeout: 60_000,
    pool: 'forks',
    // A brand that names no zone has that of the computer: tests say the same on each.
    env: { TZ: 'UTC' },
    // The token sheet is read by its own contrast test; other styles stay unread.
    css: { include: [/tokens\.css/] },
  },
})
