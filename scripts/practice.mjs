/** @file `npm run practice`: the practice X alone, on Node 24; its arguments are passed on as they are. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { cache, node24, root } from './paths.mjs'
import { main } from './progress.mjs'
import { start } from './run.mjs'

await main(async () => {
  mkdirSync(cache, { recursive: true })
  await ensureDependencies()
  await ensureBuild()
  const practice = start(node24, [join(root, 'out', 'practice', 'index.js'), ...process.argv.slice(2)], {
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    stdio: 'inherit',
  })
  return practice.exited
})
