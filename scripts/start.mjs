/** @file `npm start`: everything it takes, then the console; its exit code is ours. */
import { resolve } from 'node:path'
import { main, say } from './progress.mjs'
import { endAll, start } from './run.mjs'
import { prepareLaunch, setUp } from './set-up.mjs'
import { appArguments } from './arguments.mjs'

await main(async () => {
  const own = appArguments(process.argv.slice(2), (file) => resolve(process.env['INIT_CWD'] ?? process.cwd(), file))
  const runtime = await setUp({ screen: false, keyring: false })
  const launch = await prepareLaunch(runtime, { ownScreen: false })
  say('Opening Switchboard.')
  const console_ = start(launch.executable, [...launch.args, ...own], {
    env: launch.env,
    stdio: 'inherit',
    ...(launch.uid === undefined ? {} : { uid: launch.uid, gid: launch.uid }),
  })
  const code = await console_.exited
  await endAll()
  return code
})
