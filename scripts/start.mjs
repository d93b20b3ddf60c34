/** @file `npm start`: everything it takes, then the console; its exit code is ours. */
import { resolve } from 'node:path'
import { main, say } from './progress.mjs'
import { endAll, start } from './run.mjs'
import { deliverTo } from './picture.mjs'
import { prepareLaunch, setUp } from './set-up.mjs'
import { readArguments } from './arguments.mjs'

await main(async () => {
  const given = readArguments(process.argv.slice(2), (file) =>
    resolve(process.env['INIT_CWD'] ?? process.cwd(), file),
  )
  const runtime = await setUp({ screen: false, keyring: false })
  const launch = await prepareLaunch(runtime, { ownScreen: false })
  const picture = given.screenshot === undefined ? undefined : deliverTo(given.screenshot, launch.uid)
  say('Opening Switchboard.')
  const electron = start(
    launch.executable,
    [...launch.args, ...(picture ? ['--screenshot', picture.writtenTo] : []), ...given.passed],
    {
      env: launch.env,
      stdio: 'inherit',
      ...(launch.uid === undefined ? {} : { uid: launch.uid, gid: launch.uid }),
    },
  )
  const code = await electron.exited
  picture?.stop()
  await endAll()
  return code
})
