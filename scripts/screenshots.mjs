/**
 * @file `npm run screenshots`: keeps the pictures that the e2e tests leave of every screen and state, dark and light, in
 * docs/screenshots. It takes them from the last run of the tests; with words behind `--` it runs those tests first, with
 * `all` all of them.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { cache, node24, root } from './paths.mjs'
import { main, Problem, say, step } from './progress.mjs'
import { attempt } from './run.mjs'

/** Small windows are looked at by the tests alone; one size is enough to show what there is. */
const kept = /^(.+-(?:dark|light|contrast))-1440\.png$/
/** These show where the tests keep their files, which is of this computer alone. */
const showsPaths = /^(?:leaving|left|failed|delivery(?!-content|-pale))-/
/** As wide as a page shows them, px: two hundred of them are kept with the source. */
const width = 1_200
const quality = 60

await main(async () => {
  const words = process.argv.slice(2)
  if (words.length > 0) {
    const chosen = words.includes('all') ? [] : words
    const tests = ['build', 'e2e', ...chosen]
    const { code, output } = await step('e2e', () =>
      attempt(node24, [join(root, 'scripts', 'test.mjs'), ...tests], { cwd: root }),
    )
    if (code !== 0) throw new Problem(`The tests failed, so there are no new pictures:\n${output}`)
  }
  const results = join(cache, 'e2e', 'results')
  if (!existsSync(results)) throw new Problem('No test has left a picture yet: npm run screenshots -- all')
  const pictures = readdirSync(results, { recursive: true, encoding: 'utf8' })
    .map((file) => ({ file: join(results, file), name: kept.exec(basename(file))?.[1]?.toLowerCase() }))
    .filter(({ name }) => name !== undefined && !showsPaths.test(name))
  const names = pictures.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Problem(`Two tests leave a picture with the name ${twice}.`)

  const folder = join(root, 'docs', 'screenshots')
  if (words.length === 0 || words.includes('all')) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { default: sharp } = await import('sharp')
  for (const { file, name } of pictures)
    await sharp(file)
      .resize({ width })
      .webp({ quality, effort: 6 })
      .toFile(join(folder, `${name}.webp`))
  say(`${pictures.length} pictures are in docs/screenshots.`)
  return 0
})
