/** @file Bundles the benchmarks for Node 24: core's migrations are imported as text, which plain Node cannot. */
import { join } from 'node:path'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, '..', '..')

export default defineConfig({
  root,
  build: {
    ssr: true,
    outDir: '.cache/bench-built',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {
        index: 'tests/bench/index.ts',
        'idle-core': 'tests/bench/idle-core.ts',
        'long-thread': 'src/core/long-thread.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
