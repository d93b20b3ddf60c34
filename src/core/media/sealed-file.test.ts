/** @file Sealed files: any range opens to what was written, and on the disk stands nothing of it. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { newFileKey, readSealed, sealedWriter } from './sealed-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'switchboard-sealed-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('what is written in pieces is read in any other pieces', async () => {
  let files = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 100 }), { minLength: 1, maxLength: 6 }),
      fc.nat(600),
      fc.nat(600),
      async (pieces, at, length) => {
        const path = join(folder, String(++files))
        const key = newFileKey()
        const file = await sealedWriter(path, key)
        let end = 0
        for (const piece of pieces) {
          await file.write(piece, end)
          end += piece.length
        }
        await file.close()
        const plain = Buffer.concat(pieces)
        expect(await readSealed(path, key, at, length)).toEqual(plain.subarray(at, at + length))
      },
    ),
    { numRuns: 60 },
  )
})

test('nobody else reads it, and another key opens nothing', async () => {
  const path = join(folder, 'words')
  const key = newFileKey()
  const file = await sealedWriter(path, key)
  await file.write(Buffer.from('zanzibarfish '.repeat(20)), 0)
  await file.close()
  expect(readFileSync(path).includes('zanzibarfish')).toBe(false)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect((await readSealed(path, newFileKey(), 0, 260)).includes('zanzibar')).toBe(false)
})

test('the same piece written again leaves the same file', async () => {
  const path = join(folder, 'again')
  const key = newFileKey()
  for (const piece of ['one ', 'one ']) {
    const file = await sealedWriter(path, key)
    await file.write(Buffer.from(piece), 0)
    await file.close()
  }
  expect((await readSealed(path, key, 0, 100)).toString()).toBe('one ')
})
