/**
 * @file Receipts as files in the workspace's folder. The row is written in the transaction that forgets; the files
 * follow, and what could not be written is written at the next start.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { BrandReceipt, brandReceiptText } from './brand-receipt.ts'
import { Receipt, receiptText } from './receipt.ts'

const AnyReceipt = z.union([BrandReceipt, Receipt])
type AnyReceipt = z.infer<typeof AnyReceipt>

const nameOf = (receipt: AnyReceipt): string =>
  'kind' in receipt ? `left-${receipt.leftAt}` : `forgotten-${receipt.forgottenAt}`

/** The folder of receipts in a workspace's folder. */
export const receiptsFolder = (workspaceFolder: string): string => join(workspaceFolder, 'receipts')

export function keepReceipt(tx: Tx, receipt: AnyReceipt): void {
  tx.raw('INSERT INTO receipts (id, at, content) VALUES (?, ?, ?)').run(
    receipt.receiptId,
    tx.at,
    JSON.stringify(receipt),
  )
}

/**
 * Writes every receipt that has no file yet, as text and as JSON.
 * @returns the text file of each receipt, by id
 * @throws the file system's own error; what was written by then is remembered
 */
export async function writeReceipts(database: Database, folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const rows = await database.read
    .selectFrom('receipts')
    .select('content')
    .where('file', 'is', null)
    .orderBy('at')
    .execute()
  for (const row of rows) {
    const receipt = fromJson(AnyReceipt, row.content)
    if (!receipt) continue
    const name = `${nameOf(receipt).replaceAll(':', '-')}-${receipt.receiptId.slice(-8)}`
    const file = join(receiptsFolder(folder), `${name}.txt`)
    await mkdir(receiptsFolder(folder), { recursive: true, mode: 0o700 })
    await writeFile(join(receiptsFolder(folder), `${name}.json`), JSON.stringify(receipt, null, 2))
    await writeFile(file, 'kind' in receipt ? brandReceiptText(receipt) : receiptText(receipt))
    await database.write((tx) => {
      tx.raw('UPDATE receipts SET file = ? WHERE id = ?').run(`${name}.txt`, receipt.receiptId)
    })
    files.set(receipt.receiptId, file)
  }
  return files
}
