/**
 * @file A database key out of a passphrase, where no keychain is. The passphrase and the key are never stored; the file
 * beside the database holds only the salt and the cost.
 */
import { randomBytes, scrypt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'
import { Failure } from '../../shared/errors.ts'
import { hasCode } from '../system-errors.ts'

/** The file's name in the workspace's folder; that it is there says that the key comes from a passphrase. */
export const passphraseFileName = 'passphrase.json'

/** `cost` is scrypt's N: 2^17 with blocks of 8 takes 128 MB and about half a second. */
const Recipe = z.object({
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  cost: z.number().int().min(2).max(1_048_576),
  blockSize: z.number().int().min(1).max(32),
  parallel: z.number().int().min(1).max(4),
})
type Recipe = z.infer<typeof Recipe>

/**
 * The database key for `passphrase`: 64 hex digits. The first call in a folder makes the salt.
 * @throws Failure `workspace.unreadable` when the salt file is not one: a new salt would shut the database for ever
 */
export async function keyFromPassphrase(file: string, passphrase: string): Promise<string> {
  const recipe = (await readRecipe(file)) ?? (await newRecipe(file))
  const { cost, blockSize, parallel } = recipe
  return new Promise((done, fail) => {
    const limits = { N: cost, r: blockSize, p: parallel, maxmem: 256 * cost * blockSize }
    // The same passphrase typed on two systems may differ in how accents are composed.
    scrypt(passphrase.normalize('NFKC'), Buffer.from(recipe.salt, 'hex'), 32, limits, (error, key) =>
      error ? fail(error) : done(key.toString('hex')),
    )
  })
}

async function readRecipe(file: string): Promise<Recipe | null> {
  try {
    return Recipe.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw new Failure('workspace.unreadable', { path: file })
  }
}

async function newRecipe(file: string): Promise<Recipe> {
  const recipe: Recipe = { salt: randomBytes(16).toString('hex'), cost: 2 ** 17, blockSize: 8, parallel: 1 }
  await writeFileAtomic(file, JSON.stringify(recipe), { mode: 0o600 })
  return recipe
}
