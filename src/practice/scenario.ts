/**
 * @file The scenario format: JSON Lines, one thing a line, checked line by line. Parsing only; scenario-load.ts puts
 * the lines into a world. The format is told in resources/scenarios/README.md.
 */
import { z } from 'zod'
import { Username } from '../shared/ids.ts'
import { Reaction, ShownPicture } from './world-data.ts'

/** A line that cannot be used: names file, line and reason. */
export class ScenarioError extends Error {
  constructor(file: string, line: number, reason: string) {
    super(`${file}, line ${line}: ${reason}`)
    this.name = 'ScenarioError'
  }
}

/** `90s`, `3m`, `1h`, `2m30s`, `1d`. */
const Duration = z
  .string()
  .regex(/^(?=.)(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/, 'is no duration like "90s", "3m" or "2m30s"')

/** `09:41`, `09:41:30` (the day of the world) or an ISO instant; without a zone it is the machine's. */
const Moment = z.union([
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/),
  z.iso.datetime({ local: true, offset: true }),
])

const person = {
  username: Username,
  name: z.string().min(1).max(80),
  description: z.string().optional(),
  location: z.string().optional(),
  /** The link of the profile. */
  site: z.url().optional(),
  lang: z.string().min(2).max(5).optional(),
  followers: z.number().int().min(0).optional(),
  following: z.number().int().min(0).optional(),
  verified: z.enum(['blue', 'business', 'none']).optional(),
  premium: z.boolean().optional(),
  protected: z.boolean().optional(),
  suspended: z.boolean().optional(),
  dmsClosed: z.boolean().optional(),
  since: z.iso.date().optional(),
}

/** What X finds at pages that the text links to: titles by address. */
const titles = z.record(z.url(), z.string().min(1).max(300)).optional()

export const PostFields = z.strictObject({
  by: Username,
  text: z.string().max(25_000).optional(),
  /** A name by which later lines mean this post. */
  key: z.string().min(1).max(60).optional(),
  replyTo: z.string().optional(),
  quote: z.string().optional(),
  repost: z.string().optional(),
  lang: z.string().min(2).max(5).optional(),
  likes: z.number().int().min(0).optional(),
  reposts: z.number().int().min(0).optional(),
  media: z.array(ShownPicture).min(1).max(4).optional(),
  titles,
})
export type PostFields = z.infer<typeof PostFields>

export const DmFields = z.strictObject({
  from: Username,
  to: Username,
  text: z.string().min(1).max(10_000),
  media: z.array(ShownPicture).length(1).optional(),
  titles,
})
export type DmFields = z.infer<typeof DmFields>

const when = { at: Moment.optional(), after: Duration.optional() }

export const ScenarioLine = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('world'),
    now: z.iso.datetime({ local: true, offset: true }).optional(),
    summon: z.enum(['typed', 'any']).optional(),
    note: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('app'),
    name: z.string().min(1),
    confidential: z.boolean().optional(),
    redirectUris: z.array(z.url()).max(10).optional(),
    /** Who registered it, and so reads its own timelines for a fifth. */
    owner: Username.optional(),
    /** Dollars; without it the app never runs out. */
    credits: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal('handle'),
    ...person,
    client: z.string().min(1),
    brand: z.string().min(1),
    initials: z.string().min(1).max(3).optional(),
    color: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .optional(),
    app: z.string().min(1),
  }),
  z.strictObject({ type: z.literal('user'), ...person }),
  PostFields.extend({ type: z.literal('post'), ...when }),
  z.strictObject({ type: z.literal('edit'), post: z.string(), text: z.string().min(1), at: Moment }),
  DmFields.extend({ type: z.literal('dm'), ...when }),
  Reaction.extend({ type: z.literal('reaction') }).strict(),
])
export type ScenarioLine = z.infer<typeof ScenarioLine>
export type NumberedLine = { number: number; line: ScenarioLine }

const inWords = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`).join('; ')

/** Reads every line. Throws a ScenarioError for the first wrong one. Empty lines are let through. */
export function parseScenario(text: string, file = 'scenario'): NumberedLine[] {
  return text.split(/\r?\n/).flatMap((raw, at): NumberedLine[] => {
    if (raw.trim() === '') return []
    const number = at + 1
    let value: unknown
    try {
      value = JSON.parse(raw)
    } catch (cause) {
      throw new ScenarioError(
        file,
        number,
        `is not JSON (${cause instanceof Error ? cause.message : String(cause)})`,
      )
    }
    const parsed = ScenarioLine.safeParse(value)
    if (!parsed.success) throw new ScenarioError(file, number, inWords(parsed.error))
    const { data } = parsed
    if (data.type === 'world' && number !== 1)
      throw new ScenarioError(file, number, 'a world line may only come first')
    if (
      (data.type === 'post' || data.type === 'dm') &&
      (data.at === undefined) === (data.after === undefined)
    )
      throw new ScenarioError(file, number, 'needs exactly one of "at" and "after"')
    return [{ number, line: data }]
  })
}

const units = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 } as const

export const durationMs = (text: string): number =>
  Object.entries(units).reduce(
    (sum, [unit, ms]) => sum + Number(new RegExp(`(\\d+)${unit}`).exec(text)?.[1] ?? 0) * ms,
    0,
  )

/** Epoch ms of a moment. @param now the world's time, which says the day for times of day */
export function momentMs(moment: string, now: number): number {
  if (moment.includes('T')) return new Date(moment).getTime()
  const [hours, minutes, seconds] = moment.split(':').map(Number)
  return new Date(now).setHours(hours ?? 0, minutes ?? 0, seconds ?? 0, 0)
}
