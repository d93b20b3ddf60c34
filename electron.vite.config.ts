/**
 * @file What is built from what. One build makes every Node process (main, core, practice): they share no chunk with a
 * wrong import, since each entry reaches only what its zone may import.
 */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** The oldest Node and Chromium that run it: those of the fallback runtime. */
const oldestNode = 'node20.18'
const oldestChrome = 'chrome130'

export default defineConfig({
  main: {
    build: {
      target: oldestNode,
      outDir: 'out',
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          'main/index': 'src/main/index.ts',
          'core/index': 'src/core/index.ts',
          'practice/index': 'src/practice/index.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: oldestNode,
      // A sandboxed preload may require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: { target: oldestChrome, rolldownOptions: { input: 'src/renderer/index.html' } },
  },
})
