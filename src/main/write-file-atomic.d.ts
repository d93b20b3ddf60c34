/** The package ships no types; this is the part of it that we call. */
declare module 'write-file-atomic' {
  export default function writeFileAtomic(
    file: string,
    data: string | Uint8Array,
    options?: { mode?: number; encoding?: 'utf8'; fsync?: boolean },
  ): Promise<void>
}
