/** @file Files that Switchboard writes for people: their names, and reading one that somebody brings back. */
import type { z } from 'zod'

/** What is wrong with a file is told in so many lines. */
const mostIssues = 5

/** Reads one. @returns what it holds, or what is wrong with it in lines for people */
export function readJsonFile<T>(
  schema: z.ZodType<T>,
  content: string,
): { value: T } | { issues: [string, ...string[]] } {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch (error) {
    return { issues: [error instanceof Error ? error.message : String(error)] }
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return { value: parsed.data }
  const [first = parsed.error.message, ...others] = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  )
  const more = 1 + others.length - mostIssues
  return {
    issues: more > 0 ? [first, ...others.slice(0, mostIssues - 1), `… (${more})`] : [first, ...others],
  }
}

/** The content of one, for people to read as well. */
export const jsonFile = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** A name for a file: what it is about in letters that every file system takes. @param ending such as `answers.html` */
export const fileName = (about: string, ending: string): string =>
  `${
    about
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/gu, '') || 'switchboard'
  }.${ending}`

/** A name for one: what it is about in letters that every file system takes. @param kind such as `brand-kit` */
export const jsonFileName = (about: string, kind: string): string =>
  `${
    about
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/gu, '') || kind
  }.${kind}.json`
