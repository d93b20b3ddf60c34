/** @file Builds the stand-in core as one script, and knows what it answers. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { z } from 'zod'

let built: Promise<string> | null = null

/** The script's path; built once per run. */
export function standInCore(): Promise<string> {
  built ??= (async () => {
    const outDir = await mkdtemp(join(tmpdir(), 'switchboard-stand-in-'))
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      root: join(import.meta.dirname, '..', '..'),
      ssr: { noExternal: true },
      build: {
        ssr: true,
        target: 'node20',
        outDir,
        emptyOutDir: true,
        rolldownOptions: {
          input: join(import.meta.dirname, 'stand-in-core.ts'),
          output: { format: 'es', entryFileNames: 'core.mjs' },
        },
      },
    })
    return join(outDir, 'core.mjs')
  })()
  return built
}

/** What `stand-in.facts` answers. */
export const Facts = z.object({
  pid: z.number(),
  argv: z.array(z.string()),
  execArgv: z.array(z.string()),
  env: z.record(z.string(), z.string()),
  workspace: z.object({ id: z.string(), kind: z.string(), stamp: z.string(), secretsKept: z.string() }),
  keyLength: z.number(),
})
