/** @file Bundles the benchmarks for Node 24: core's migrations are imported as text, which plain Node cannot. */
import { join } from 'node:path'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, '..', '..')

export default defineConfig({
  root,
  build: {
    ssr: 'tests/bench/index.ts',
    outDir: '.cache/bench-built',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'index.js' } },
  },
})
