/**
 * @file Looking up words from outside: somebody may write `constructor`, which every object has.
 * @returns what `record` has of its own under that name
 */
export const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined
