/** @file Files that hang on the draft: what they look like, their words for those who cannot see them, the way off. */
import { Paperclip, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { altTextLimit, type AttachedTo, type AttachmentView } from '../../shared/domain/media.ts'
import { attachInputId } from '../commands/go.ts'
import { attachFile } from '../state/attach.ts'
import type { Console } from '../state/console.ts'
import { Button } from '../ui/Button.tsx'
import { mediaAddress } from '../ui/media-address.ts'
import { t, wireFailureWords } from '../words.ts'
import { useCommand, useConsole } from './console-context.ts'
import styles from './Attachments.module.css'

/** What the file dialog offers; core tells by the bytes. */
const offered = 'image/jpeg,image/png,image/webp,image/gif,video/mp4,video/quicktime'

/** Attaches files one after the other, in the order in which they were given. */
export function attachAll(c: Console, to: AttachedTo, files: readonly File[]): void {
  c.attempt(async () => {
    for (const file of files) await attachFile(c.call, to, file)
  })
}

/** Files of a paste or a drop; nothing when it holds text alone. */
export const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])]

function Thumbnail({ file }: { file: AttachmentView }) {
  if (file.state === 'arriving') return <span className={styles['picture']} />
  return file.kind === 'video' ? (
    <video src={mediaAddress(file.media)} className={styles['picture']} preload="metadata" muted />
  ) : (
    <img src={mediaAddress(file.media)} alt="" className={styles['picture']} />
  )
}

function Attached({ file }: { file: AttachmentView }) {
  const c = useConsole()
  /** What is being typed; null shows what core has. */
  const [typed, setTyped] = useState<string | null>(null)
  const save = () => {
    if (typed === null || typed.trim() === file.alt) return setTyped(null)
    c.attempt(async () => {
      await c.call('attachment.describe', { attachmentId: file.id, alt: typed })
      setTyped(null)
    })
  }
  const { state } = file
  const under = state === 'arriving' || state === 'uploading' || state === 'processing' ? state : null
  return (
    <li className={styles['item']}>
      <Thumbnail file={file} />
      <div className={styles['words']}>
        <span className={styles['name']} title={file.name}>
          {file.name}
        </span>
        {under !== null ? (
          <progress
            className={styles['progress']}
            value={file.progress}
            aria-label={t(`attachment.${under}`, { name: file.name })}
          />
        ) : (
          <input
            className={styles['alt']}
            value={typed ?? file.alt}
            maxLength={altTextLimit}
            placeholder={t('attachment.alt')}
            aria-label={t('attachment.alt.name', { name: file.name })}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={save}
          />
        )}
        {file.failure !== null && (
          <span className={styles['failure']} role="alert">
            {wireFailureWords(file.failure)}
          </span>
        )}
      </div>
      <Button
        look="quiet"
        icon
        aria-label={t('attachment.remove', { name: file.name })}
        onClick={() => c.attempt(() => c.call('attachment.remove', { attachmentId: file.id }))}
      >
        <X size={13} aria-hidden="true" />
      </Button>
    </li>
  )
}

export function Attachments({ to, files }: { to: AttachedTo; files: readonly AttachmentView[] }) {
  if (files.length === 0) return null
  return (
    <ul className={styles['list']} aria-label={t('attachment.list')} data-draft={to.kind}>
      {files.map((file) => (
        <Attached key={file.id} file={file} />
      ))}
    </ul>
  )
}

export function AttachButton({ to }: { to: AttachedTo }) {
  const c = useConsole()
  const { aria, keys } = useCommand('reply.attach')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        // The command reaches the composer’s field alone; a dialog lies over it.
        {...(to.kind === 'ticket' ? { id: attachInputId } : {})}
        type="file"
        hidden
        multiple
        accept={offered}
        tabIndex={-1}
        onChange={(event) => {
          attachAll(c, to, [...(event.target.files ?? [])])
          // The same file again is a choice as well.
          event.target.value = ''
        }}
      />
      <button
        type="button"
        className={styles['attach']}
        aria-label={t('attachment.add')}
        aria-keyshortcuts={aria}
        title={[t('attachment.add'), ...keys].join(' ')}
        onClick={() => input.current?.click()}
      >
        <Paperclip size={14} aria-hidden="true" />
      </button>
    </>
  )
}
