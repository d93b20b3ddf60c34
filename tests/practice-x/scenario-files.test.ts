import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ScenarioName } from '../../src/shared/domain/scenario.ts'

test('every scenario that is named has its file, and every file its name', () => {
  const files = readdirSync(new URL('../../resources/scenarios/', import.meta.url))
  expect(files.filter((file) => file.endsWith('.jsonl')).sort()).toEqual(
    ScenarioName.options.map((name) => `${name}.jsonl`).sort(),
  )
})
