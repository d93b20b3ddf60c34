/** @file How loudly a line speaks: its colour repeats what its words say. */
import type { HandoverLine } from '../../../shared/domain/handover.ts'

const bad: ReadonlySet<HandoverLine> = new Set<HandoverLine>([
  'late',
  'refused',
  'unsure',
  'missed',
  'reconnects',
])
const warn: ReadonlySet<HandoverLine> = new Set<HandoverLine>([
  'late-at-opening',
  'promises',
  'incidents',
  'stopped',
  'gaps',
  'budget',
])

export const lineTone = (line: HandoverLine): 'bad' | 'warn' | 'plain' =>
  bad.has(line) ? 'bad' : warn.has(line) ? 'warn' : 'plain'
