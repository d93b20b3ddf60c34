/** @file `npm run bench`: the same set-up, then tests/bench on Node 24, as the user that Electron runs as. */
import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cache, node24, root } from './paths.mjs'
import { main } from './progress.mjs'
import { endAll, start } from './run.mjs'
import { prepareLaunch, setUp } from './set-up.mjs'

await main(async () => {
  const runtime = await setUp({ screen: true, keyring: false })
  const folder = join(cache, 'bench')
  mkdirSync(folder, { recursive: true })
  const launch = await prepareLaunch(runtime, { ownScreen: true, home: join(folder, 'home') })
  if (launch.uid !== undefined) chownSync(folder, launch.uid, launch.uid)
  const { executable, args, kind, version, node, uid } = launch
  const bench = start(node24, [join(root, 'tests', 'bench', 'index.ts'), ...process.argv.slice(2)], {
    cwd: root,
    env: {
      ...launch.env,
      SWITCHBOARD_ELECTRON: JSON.stringify({ executable, args, kind, version, node, uid }),
    },
    stdio: 'inherit',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  const code = await bench.exited
  await endAll()
  return code
})
