/** @file A new version of an own post at X, where X allows it. */
import { useRef, useState } from 'react'
import type { OwnPost } from '../../shared/domain/own-post.ts'
import { priceOf } from '../../shared/domain/prices.ts'
import { plainText } from '../../shared/domain/text.ts'
import { price } from '../money.ts'
import { limits, weight } from '../state/weight.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import form from '../ui/Form.module.css'
import styles from './ComposeDialog.module.css'

export function EditDialog({ post, onClose }: { post: OwnPost; onClose: () => void }) {
  const c = useConsole()
  const before = plainText(post.runs)
  const [text, setText] = useState(post.takenBack ?? before)
  const [sending, setSending] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const length = weight('public', text)
  const blocked = sending || text.trim() === '' || text === before || length > limits.public
  const { id: postId, handleId, username } = post
  const edit = () => {
    setSending(true)
    c.attempt(async () => {
      // What is refused stays here with its words.
      await c.call('post.edit', { handleId, postId, text }).finally(() => setSending(false))
      onClose()
      c.say(t('said.act', { what: t('edit.title') }), { undoable: true })
    })
  }
  return (
    <Modal title={t('edit.title')} onClose={onClose} first={field}>
      <div className={form['form']}>
        <p>{t('edit.why')}</p>
        {post.takenBack !== null && <p>{t('edit.taken-back')}</p>}
        <textarea
          ref={field}
          className={styles['text']}
          dir="auto"
          rows={4}
          value={text}
          aria-label={t('edit.text', { username })}
          onChange={(event) => setText(event.target.value)}
        />
        <p>
          {[
            t('composer.count', { count: length, limit: limits.public }),
            t('act.price', { price: price(priceOf['post.create']) }),
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
