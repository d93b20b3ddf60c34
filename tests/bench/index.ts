/**
 * @file `npm run bench [-- NAME…]`: measures what was asked for, or everything, and prints one JSON line per figure.
 * What else is worth knowing goes to the error stream.
 */
import { mkdirSync } from 'node:fs'
import { bulk } from './bulk.ts'
import { burst } from './console/burst.ts'
import { key, keys } from './console/key.ts'
import { memory } from './console/memory.ts'
import { scroll } from './console/scroll.ts'
import { forgetLarge } from './console/window.ts'
import { cost, costNaive, costUndeduped } from './cost.ts'
import { due } from './due.ts'
import { ingest, ingestGrowth } from './ingest.ts'
import { idle } from './idle.ts'
import type { Figure } from './line.ts'
import { page, pageFiltered, pageGrowth } from './page.ts'
import { report } from './report.ts'
import { searchFigure } from './search.ts'
import { stall } from './stall.ts'
import { start } from './start.ts'
import { ingestTriage, triage } from './triage.ts'

const folder = process.env['SWITCHBOARD_BENCH_FOLDER']
if (!folder) throw new Error('The benchmarks need their surroundings: start them with npm run bench')
mkdirSync(folder, { recursive: true })

const figures: Record<string, () => Promise<Figure>> = {
  bulk: () => bulk(folder),
  cost,
  'cost-undeduped': costUndeduped,
  'cost-naive': costNaive,
  due: () => due(folder),
  ingest: () => ingest(folder),
  'ingest-growth': () => ingestGrowth(folder),
  idle: () => idle(folder),
  page: () => page(folder),
  'page-growth': () => pageGrowth(folder),
  'page-filtered': () => pageFiltered(folder),
  report: () => report(folder),
  search: () => searchFigure(folder),
  stall: () => stall(folder),
  triage: () => triage(folder),
  'ingest-triage': () => ingestTriage(folder),
  start: () => start(folder),
  key: () => key(folder),
  keys: () => keys(folder),
  scroll: () => scroll(folder),
  burst: () => burst(folder),
  memory: () => memory(folder),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in figures))
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(figures).join(', ')}.`,
  )
  process.exit(2)
}
for (const [name, measure] of Object.entries(figures)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const { line, notes } = await measure()
  for (const note of notes) console.error(`${name}: ${note}`)
  console.log(JSON.stringify(line))
}
await forgetLarge()
