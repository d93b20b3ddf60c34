/** @file `npm run soak [-- --kills N --seed S | --day]`: tests/soak with core's own entry, bundled, on Node 24. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { cache, inModules, node24, root } from './paths.mjs'
import { main, step } from './progress.mjs'
import { endAll, run, start } from './run.mjs'

await main(async () => {
  const folder = join(cache, 'soak')
  mkdirSync(folder, { recursive: true })
  await ensureDependencies()
  const config = join(root, 'tests', 'soak', 'vite.config.ts')
  await step('Building the soak', () =>
    run(
      'The build of the soak',
      node24,
      [inModules('vite', 'bin', 'vite.js'), 'build', '--config', config, '--logLevel', 'warn'],
      { cwd: root },
    ),
  )
  const words = process.argv.slice(2)
  const entry = words.includes('--day') ? 'day.js' : 'index.js'
  const soak = start(node24, [join(cache, 'soak-built', entry), ...words], {
    cwd: root,
    env: { ...process.env, SWITCHBOARD_SOAK_FOLDER: folder },
    stdio: 'inherit',
  })
  const code = await soak.exited
  await endAll()
  return code
})
