/** @file What the outbox needs of files that go out; how they get to X is not told here. */
import { must } from '../../shared/must.ts'

export type Uploads = {
  /** X's ids of these files, uploading what is not there yet; nothing is posted by it. @throws Failure `x.*`, `disk.*` */
  prepare(handleId: string, attachmentIds: readonly string[]): Promise<string[]>
}

/** A workspace that takes no files. */
export const noUploads: Uploads = {
  prepare: async (_handleId, attachmentIds) => {
    must(attachmentIds.length === 0 ? attachmentIds : null, 'no job carries files here')
    return []
  },
}
