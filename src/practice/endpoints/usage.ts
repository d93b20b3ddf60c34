/** @file How many posts an app has read, and what is left of its credits. App-only, as with X. */
import { json, refuse } from '../answer.ts'
import { numberIn, type Endpoint } from '../call.ts'
import { meterOf } from '../meter.ts'

const monthlyCap = 3_000_000
const dayMs = 86_400_000

export const usageEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/2/usage/tweets',
    for: ['app'],
    scopes: [],
    limit: { app: 50 },
    paid: false,
    run(call) {
      const days = numberIn(call, 'days', 1, 90, 7)
      const { app } = call.caller
      const { postsByDay } = meterOf(call.world, app.name)
      const oldest = new Date(call.world.now() - (days - 1) * dayMs).toISOString().slice(0, 10)
      const usage = Object.entries(postsByDay)
        .filter(([day]) => day >= oldest)
        .map(([day, count]) => ({ date: `${day}T00:00:00.000Z`, usage: count }))
      const asked = new Set((call.query.get('usage.fields') ?? '').split(','))
      return json({
        data: {
          project_cap: monthlyCap,
          project_id: app.id,
          project_usage: Object.values(postsByDay).reduce((sum, count) => sum + count, 0),
          cap_reset_day: 1,
          ...(usage.length > 0
            ? {
                daily_project_usage: { project_id: Number(app.id), usage },
                ...(asked.has('daily_client_app_usage')
                  ? {
                      daily_client_app_usage: [
                        { client_app_id: app.id, usage, usage_result_count: usage.length },
                      ],
                    }
                  : {}),
              }
            : {}),
        },
      })
    },
  },
  {
    method: 'GET',
    path: '/2/usage/credits',
    for: ['app'],
    scopes: [],
    limit: { app: 50 },
    paid: false,
    run({ world, caller: { app } }) {
      // X answers this to some apps with nothing at all.
      if (world.hidesCredits) return { ...refuse.notFound().answer, body: '' }
      const left = app.credits ?? 0
      return json({ data: { prepaid_credits: left, free_credits: 0, total_credits: left } })
    },
  },
]
