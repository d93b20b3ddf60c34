/**
 * @file Files that only the database can open: AES-256 in counter mode, a fresh key per file, counted from zero, so that
 * any range can be read alone. Keeps others from reading; whoever can write the folder can garble a picture, no more.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'

const algorithm = 'aes-256-ctr'
const blockBytes = 16

/** A key for one file, 64 hex digits. */
export const newFileKey = (): string => randomBytes(32).toString('hex')

/** The counter of the block in which byte `at` lies. */
function counterAt(at: number): Buffer {
  const counter = Buffer.alloc(blockBytes)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / blockBytes)), 8)
  return counter
}

/** Turns plain bytes that stand at `at` into sealed ones, or back: in this mode both are the same. */
function turned(
  bytes: Uint8Array,
  key: string,
  at: number,
  make: typeof createCipheriv | typeof createDecipheriv,
): Buffer {
  const cipher = make(algorithm, Buffer.from(key, 'hex'), counterAt(at))
  const skipped = at % blockBytes
  if (skipped > 0) cipher.update(Buffer.alloc(skipped))
  return cipher.update(bytes)
}

/** A file that is being written, by its owner alone. */
export type SealedWriter = {
  /** Writes at that place; what stood there is replaced. */
  write(bytes: Uint8Array, at: number): Promise<void>
  /** Reaches the disk, then closes. */
  close(): Promise<void>
}

/** Opens or makes a file to write into. @throws the system's error: a full disk, no folder */
export async function sealedWriter(path: string, key: string): Promise<SealedWriter> {
  const file: FileHandle = await open(path, 'a+', 0o600).then(async (made) => {
    await made.close()
    return open(path, 'r+')
  })
  return {
    async write(bytes, at) {
      await file.write(turned(bytes, key, at, createCipheriv), 0, bytes.length, at)
    },
    async close() {
      try {
        await file.datasync()
      } finally {
        await file.close()
      }
    },
  }
}

/** The plain bytes from `at`, at most `length` of them; fewer at the end of the file. @throws the system's error */
export async function readSealed(path: string, key: string, at: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const sealed = Buffer.alloc(length)
    const { bytesRead } = await file.read(sealed, 0, length, at)
    return turned(sealed.subarray(0, bytesRead), key, at, createDecipheriv)
  } finally {
    await file.close()
  }
}
