/** @file Every number of a report under a name of its own, in one order: the one list that files and comparisons read. Pure. */
import type { Report, Spread } from './report.ts'

/** What a number is: `ms` are milliseconds, `micros` millionths of a dollar, `mean` a rating from one to five. */
export type NumberUnit = 'count' | 'ms' | 'micros' | 'mean'

export type ReportNumber = {
  /** `figure.tickets`, `time.first-reply.posted.wall.median`, `category.question`, `hour.0.9`. */
  id: string
  unit: NumberUnit
  value: number | null
  /** The same of the period before; undefined: nothing is compared there. */
  before?: number | null
}

/** All numbers of a report. Names of what has no name of its own (`lang`, labels, agents) are part of the id. */
export function reportNumbers(report: Report): ReportNumber[] {
  return [
    ...report.figures.map(({ id, value, before }) => ({
      id: `figure.${id}`,
      unit: id === 'csat' ? ('mean' as const) : ('count' as const),
      value,
      before,
    })),
    ...report.figures
      .filter(({ id }) => id === 'csat')
      .map(({ of, ofBefore }) => ({
        id: 'figure.csat-count',
        unit: 'count' as const,
        value: of,
        before: ofBefore,
      })),
    ...report.times.flatMap(({ id, clock, kind, now, before, within, withinBefore }) => [
      ...spreadNumbers(`time.${id}.${clock}.${kind}`, now, before),
      ...(within === null
        ? []
        : [
            {
              id: `time.${id}.${clock}.${kind}.within`,
              unit: 'count' as const,
              value: within,
              before: withinBefore,
            },
          ]),
    ]),
    ...report.categories.map((row) => share(`category.${row.category ?? ''}`, row)),
    ...report.languages.map((row) => share(`language.${row.lang ?? ''}`, row)),
    ...report.reach.map((row) => share(`reach.${row.reach ?? ''}`, row)),
    ...report.heat.flatMap((hours, weekday) =>
      hours.map((value, hour) => ({ id: `hour.${weekday}.${hour}`, unit: 'count' as const, value })),
    ),
    ...report.days.map(({ date, messagesIn }) => ({
      id: `day.${date}`,
      unit: 'count' as const,
      value: messagesIn,
    })),
    ...(['brand', 'agent', 'tag'] as const).flatMap((by) =>
      report.rowsBy[by].flatMap(({ key, tickets, replies, resolutions, firstReply, within }) => {
        const id = `${by}.${key ?? ''}`
        return [
          { id: `${id}.tickets`, unit: 'count' as const, value: tickets },
          { id: `${id}.replies`, unit: 'count' as const, value: replies },
          { id: `${id}.resolutions`, unit: 'count' as const, value: resolutions },
          { id: `${id}.first-reply.median`, unit: 'ms' as const, value: firstReply.median },
          { id: `${id}.first-reply.within`, unit: 'count' as const, value: within },
        ]
      }),
    ),
    ...report.incidents.map(({ id, tickets }) => ({
      id: `incident.${id}`,
      unit: 'count' as const,
      value: tickets,
    })),
    ...report.guards.flatMap(({ guard, heldBack, overridden }) => [
      { id: `guard.${guard}.held-back`, unit: 'count' as const, value: heldBack },
      { id: `guard.${guard}.overridden`, unit: 'count' as const, value: overridden },
    ]),
    ...(report.spend === null
      ? []
      : [
          {
            id: 'spend',
            unit: 'micros' as const,
            value: report.spend.micros,
            before: report.spend.before,
          },
          { id: 'spend.per-resolved', unit: 'micros' as const, value: report.spend.perResolved },
        ]),
    ...report.excluded.map(({ why, tickets }) => ({
      id: `excluded.${why}`,
      unit: 'count' as const,
      value: tickets,
    })),
  ]
}

const spreadNumbers = (id: string, now: Spread, before: Spread): ReportNumber[] => [
  { id: `${id}.count`, unit: 'count', value: now.count, before: before.count },
  { id: `${id}.median`, unit: 'ms', value: now.median, before: before.median },
  { id: `${id}.p90`, unit: 'ms', value: now.p90, before: before.p90 },
  { id: `${id}.slowest`, unit: 'ms', value: now.slowest, before: before.slowest },
]

const share = (id: string, { tickets, before }: { tickets: number; before: number }): ReportNumber => ({
  id,
  unit: 'count',
  value: tickets,
  before,
})
