/** @file Where a thread of long reads and long work begins, and what it can do beside reading. */
import { serveLongReads } from './db/long-reader.ts'

serveLongReads(async () => (await import('./reports/works.ts')).reportWorks)
