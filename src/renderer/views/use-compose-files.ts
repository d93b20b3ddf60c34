/** @file The files that hang on a brand's new post, as core has them. */
import { useEffect, useState } from 'react'
import type { AttachmentView } from '../../shared/domain/media.ts'
import { useConsole, useRows } from './console-context.ts'

/** Read again whenever the brand changes, which attaching, describing and taking off do. */
export function useComposeFiles(brandId: string): readonly AttachmentView[] {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads.brands)
  const [files, setFiles] = useState<readonly AttachmentView[]>([])
  useEffect(() => {
    let isLatest = true
    c.attempt(async () => {
      const read = await c.call('attachment.list', { to: { kind: 'compose', brandId } })
      if (isLatest) setFiles(read)
    })
    return () => {
      isLatest = false
    }
  }, [c, brandId, reads])
  return files
}
