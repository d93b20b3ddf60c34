/**
 * @file `npm run bench [-- NAME…]`: the same set-up, then tests/bench, bundled, on Node 24, as the user that Electron
 * runs as.
 */
import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cache, inModules, node24, root } from './paths.mjs'
import { main, step } from './progress.mjs'
import { endAll, run, start } from './run.mjs'
import { prepareLaunch, setUp } from './set-up.mjs'

await main(async () => {
  const runtime = await setUp({ screen: true, keyring: false })
  const folder = join(cache, 'bench')
  mkdirSync(folder, { recursive: true })
  const launch = await prepareLaunch(runtime, { ownScreen: true, home: join(folder, 'home') })
  if (launch.uid !== undefined) chownSync(folder, launch.uid, launch.uid)
  const config = join(root, 'tests', 'bench', 'vite.config.ts')
  await step('Building the benchmarks', () =>
    run(
      'The build of the benchmarks',
      node24,
      [inModules('vite', 'bin', 'vite.js'), 'build', '--config', config, '--logLevel', 'warn'],
      { cwd: root },
    ),
  )
  const { executable, args, kind, version, node, uid } = launch
  const bench = start(node24, [join(cache, 'bench-built', 'index.js'), ...process.argv.slice(2)], {
    cwd: root,
    env: {
      ...launch.env,
      SWITCHBOARD_BENCH_FOLDER: folder,
      SWITCHBOARD_ELECTRON: JSON.stringify({ executable, args, kind, version, node, uid }),
    },
    stdio: 'inherit',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  const code = await bench.exited
  await endAll()
  return code
})
