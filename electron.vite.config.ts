/**
 * @file What is built from what. One build makes every Node process (main, core, practice): they share no chunk with a
 * wrong import, since each entry reaches only what its zone may import.
 */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import packageJson from './package.json' with { type: 'json' }

/** Compiled for a platform, and therefore read from node_modules. */
const native: readonly string[] = ['@napi-rs/keyring', 'better-sqlite3-multiple-ciphers']

/**
 * Everything else is built into the Node processes: read from node_modules, file by file and through every package.json
 * on the way, it took core a third of a second to load at each start.
 */
const bundled = Object.keys(packageJson.dependencies).filter((name) => !native.includes(name))

/** twitter-text means the package. Node has a deprecated module of that name, which would say so at every start. */
const punycodePackage: Plugin = {
  name: 'punycode-package',
  transform: {
    filter: { id: /\/twitter-text\/.*\/idna\.js$/ },
    handler: (code) => code.replace(/(['"])punycode\1/, "'punycode/punycode.js'"),
  },
}

/** The oldest Node and Chromium that run it: those of the fallback runtime. */
const oldestNode = 'node20.18'
const oldestChrome = 'chrome130'

export default defineConfig({
  main: {
    plugins: [punycodePackage],
    build: {
      externalizeDeps: { exclude: bundled },
      target: oldestNode,
      outDir: 'out',
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          'main/index': 'src/main/index.ts',
          'core/index': 'src/core/index.ts',
          'core/long-thread': 'src/core/long-thread.ts',
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
    build: {
      target: oldestChrome,
      minify: true,
      chunkSizeWarningLimit: 1_000,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
})
