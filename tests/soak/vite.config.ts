/**
 * @file Bundles the soak for Node 24: the run itself, and core's own entry. The one thing put in another's place is the
 * clock, which runs faster; all else is the code of the product.
 */
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const root = join(import.meta.dirname, '..', '..')
const productClock = join(root, 'src', 'shared', 'clock.ts')

const fastClock: Plugin = {
  name: 'fast-clock',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!source.endsWith('/clock.ts')) return null
    const found = await this.resolve(source, importer, { ...options, skipSelf: true })
    return found?.id === productClock ? join(import.meta.dirname, 'clock.ts') : found
  },
}

export default defineConfig({
  root,
  plugins: [fastClock],
  build: {
    ssr: true,
    outDir: '.cache/soak-built',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {
        index: 'tests/soak/index.ts',
        day: 'tests/soak/day.ts',
        core: 'src/core/index.ts',
        'long-thread': 'src/core/long-thread.ts',
        death: 'tests/soak/die-at-commit.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
