/**
 * @file The machine's clock, many times as fast. The soak's build puts it in place of src/shared/clock.ts, for core and
 * practice X alike: both read where time began from the environment, so that they agree.
 */
import { z } from 'zod'
import type { Clock } from '../../src/shared/clock.ts'

export type { Clock } from '../../src/shared/clock.ts'

/** The name in the environment; its value is a `Pace` as JSON. */
export const paceName = 'SWITCHBOARD_SOAK_PACE'

/** World milliseconds in one of the machine's, counted from `since` (epoch ms of the machine). */
export const Pace = z.object({ factor: z.number().min(1), since: z.number() })
export type Pace = z.infer<typeof Pace>

const longestDelay = 2_147_483_647

/** As the product's `systemClock`, at the pace of the environment. */
export function systemClock(offsetMs = 0): Clock {
  const { factor, since } = Pace.parse(JSON.parse(process.env[paceName] ?? '{"factor":1,"since":0}'))
  return {
    now: () => Math.floor(since + (Date.now() - since) * factor + offsetMs),
    monotonic: () => performance.now() * factor,
    after(ms, run) {
      const timer = setTimeout(run, Math.min(Math.max(ms, 0) / factor, longestDelay))
      return () => clearTimeout(timer)
    },
  }
}
