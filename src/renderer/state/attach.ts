/** @file Hands files to core piece by piece, in order: no more than one piece of a film is ever in this window's memory. */
import { chunkBytes, sizeLimits, type AttachedTo } from '../../shared/domain/media.ts'
import { drawnPrint } from '../ui/picture-print.ts'
import type { Core } from './core.ts'

/** A name for what has none: a picture from the clipboard. */
const nameOf = (file: File): string => file.name.trim().slice(-255) || 'file'

const piece = async (file: File, at: number): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(at, at + chunkBytes).arrayBuffer())

/** @throws Failure as `attachment.add` and `attachment.append`; what arrived by then is taken off again */
export async function attachFile(call: Core['call'], to: AttachedTo, file: File): Promise<void> {
  const head = await piece(file, 0)
  const bytes = Math.max(file.size, 1)
  // What is larger is a film, and would be read whole.
  const print = file.size <= sizeLimits.gif ? await drawnPrint(file) : null
  const { id } = await call('attachment.add', { to, name: nameOf(file), bytes, head, print })
  try {
    for (let at = chunkBytes; at < file.size; at += chunkBytes)
      await call('attachment.append', { attachmentId: id, at, bytes: await piece(file, at) })
  } catch (error) {
    await call('attachment.remove', { attachmentId: id })
    throw error
  }
}
