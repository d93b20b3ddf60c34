/** @file The practice drill. Part of the contract. */
import { z } from 'zod'
import { DrillView } from '../domain/drill.ts'
import { nothing } from './common.ts'

export const drillContract = {
  /** The drill that goes on or was ended last; null where there was none. */
  'drill.get': { input: nothing, output: z.object({ drill: DrillView.nullable() }) },
  /** Its clock begins to run, over every ticket that there is. @throws `input.invalid` outside practice */
  'drill.begin': { input: nothing, output: DrillView },
  /** Its clock stands from now on, and its score with it. @throws `input.invalid` where none goes on */
  'drill.end': { input: nothing, output: DrillView },
} as const
