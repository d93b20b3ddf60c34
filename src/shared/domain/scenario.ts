/** @file The made-up worlds that the practice workspace can be. One file each, `resources/scenarios/NAME.jsonl`. */
import { z } from 'zod'

/** `practice` is the one that it begins with. */
export const ScenarioName = z.enum([
  'practice',
  'next-morning',
  'care-handle',
  'small-team',
  'last-resort',
  'regulated',
  'handed-to-phone',
  'told-by-customers',
  'beyond-mentions',
  'twenty-handles',
  'delay-notices',
  'usual-mix',
  'human-voice',
  'drill',
])
export type ScenarioName = z.infer<typeof ScenarioName>
