/** @file A new version of an own post at X, where X allows it. */
import { useState } from 'react'
import { dollar, priceOf } from '../../shared/domain/prices.ts'
import type { TextRun } from '../../shared/domain/text.ts'
import type { TimelineItem } from '../../shared/domain/ticket.ts'
import { limits, weight } from '../state/weight.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { useDetail, useHandleOf } from './ActDialog.tsx'
import { useConsole } from './console-context.ts'
import { priceWords } from './job-words.ts'
import { PostChoice } from './PostChoice.tsx'
import form from '../ui/Form.module.css'
import styles from './ComposeDialog.module.css'

type Post = Extract<TimelineItem, { kind: 'post' }>

/** The text as it can be sent again: links by their address, not by the short form that screens show. */
const plainText = (runs: readonly TextRun[]): string =>
  runs.map((run) => (run.kind === 'link' ? run.href : run.text)).join('')

export function EditDialog({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const c = useConsole()
  const detail = useDetail(ticketId)
  const handleId = useHandleOf(detail)
  const posts = (detail?.timeline ?? []).filter((item): item is Post => item.kind === 'post' && item.ours)
  const [picked, pick] = useState<string | null>(null)
  const post = posts.find((one) => one.id === picked) ?? posts.at(-1)
  const [typed, setTyped] = useState<{ postId: string; text: string } | null>(null)
  if (!detail || handleId === null || !post) {
    return (
      <Modal title={t('command.post.edit')} onClose={onClose}>
        <Notice title={t('act.no-ticket')} />
      </Modal>
    )
  }
  const before = plainText(post.runs)
  const text = typed?.postId === post.id ? typed.text : before
  const length = weight('public', text)
  const blocked = text.trim() === '' || text === before || length > limits.public
  const { username } = detail.routes
  const edit = () => {
    onClose()
    c.attempt(async () => {
      await c.call('post.edit', { handleId, ticketId, postId: post.id, text })
      c.say(t('said.act', { what: t('command.post.edit') }), { undoable: true })
    })
  }
  return (
    <Modal title={t('command.post.edit')} onClose={onClose}>
      <div className={form['form']}>
        <p>{t('edit.why')}</p>
        {posts.length > 1 && <PostChoice posts={posts.toReversed()} chosen={post.id} onChosen={pick} />}
        <textarea
          className={styles['text']}
          dir="auto"
          rows={4}
          value={text}
          aria-label={t('edit.text', { username })}
          onChange={(event) => setTyped({ postId: post.id, text: event.target.value })}
        />
        <p>
          {[
            t('composer.count', { count: length, limit: limits.public }),
            t('act.price', { price: priceWords(priceOf['post.create'] / dollar) }),
          ].join(t('app.separator'))}
        </p>
        <div className={form['actions']}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" disabled={blocked} onClick={edit}>
            {t('edit.do', { username })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
