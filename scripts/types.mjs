/** @file `npm run types`: every folder with a tsconfig.json of its own, two at a time. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { inModules, node24, root } from './paths.mjs'
import { main, say } from './progress.mjs'
import { attempt } from './run.mjs'

const folders = ['scripts', 'tests', ...readdirSync(join(root, 'src')).map((name) => join('src', name))]
const projects = folders.filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))

await main(async () => {
  const waiting = [...projects]
  let worst = 0
  const worker = async () => {
    for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
      const { code, output } = await attempt(node24, [inModules('typescript', 'bin', 'tsc'), '-p', folder], {
        cwd: root,
      })
      if (code !== 0) say(`${folder}:\n${output.trimEnd()}`)
      worst = Math.max(worst, code)
    }
  }
  await Promise.all([worker(), worker()])
  return worst
})
