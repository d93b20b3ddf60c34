/** @file The suite in the real Electron. `npm test` prepares what it needs: screen, keyring, user and runtime. */
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '.cache/e2e/results',
  // One screen, one keyring: the tests take turns, and none gets a second chance.
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json']],
})
