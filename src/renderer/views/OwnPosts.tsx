/** @file The newest posts of a brand's own handles, each with what can still be done about it. */
import { useEffect, useRef, useState } from 'react'
import type { OwnPost } from '../../shared/domain/own-post.ts'
import { writtenAt } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { ActQuestion } from './ActQuestion.tsx'
import { ChooseBrand } from './ChooseBrand.tsx'
import { useConsole, useRows } from './console-context.ts'
import { EditDialog } from './EditDialog.tsx'
import { Runs } from './Runs.tsx'
import form from '../ui/Form.module.css'
import styles from './ReleaseList.module.css'

type Wanted = { what: 'delete' | 'edit'; post: OwnPost }

/** Reads them when the brand is known, and again after whatever was done. */
function useOwnPosts(brandId: string | null): readonly OwnPost[] | null {
  const c = useConsole()
  const [posts, setPosts] = useState<readonly OwnPost[] | null>(null)
  useEffect(() => {
    let gone = false
    if (brandId !== null)
      c.attempt(async () => {
        const read = await c.call('post.own', { brandId })
        if (!gone) setPosts(read)
      })
    return () => {
      gone = true
    }
  }, [c, brandId])
  return posts
}

function Post({ post, onWanted }: { post: OwnPost; onWanted: (wanted: Wanted) => void }) {
  const c = useConsole()
  return (
    <li className={styles['item']}>
      <div className={styles['facts']}>
        <b>{t('thread.handle', { username: post.username })}</b>
        <span>{writtenAt(c.now(), post.at)}</span>
      </div>
      <p className={styles['text']} dir="auto">
        <Runs runs={post.runs} inert />
      </p>
      <div className={styles['ways']}>
        <Button onClick={() => c.attempt(() => c.call('link.open', { kind: 'post', postId: post.id }))}>
          {t('thread.view-on-x')}
        </Button>
        {post.noEdit === null && (
          <Button look="quiet" onClick={() => onWanted({ what: 'edit', post })}>
            {t('own.edit')}
          </Button>
        )}
        <Button look="danger" onClick={() => onWanted({ what: 'delete', post })}>
          {t('own.delete')}
        </Button>
        {post.noEdit !== null && <span className={styles['why']}>{t(`act.${post.noEdit}`)}</span>}
      </div>
    </li>
  )
}

type Props = {
  brandId: string | null
  /** The post whose words were taken back a moment ago; null: none. */
  editing: string | null
  onClose: () => void
}

export function OwnPosts({ brandId, editing, onClose }: Props) {
  const c = useConsole()
  const [chosen, choose] = useState(brandId)
  const [wanted, want] = useState<Wanted | null>(null)
  const brand = useRows((rows) => rows.brands.find((one) => one.id === chosen))
  const posts = useOwnPosts(chosen)
  const takenBack = wanted ? undefined : posts?.find((post) => post.id === editing && post.takenBack !== null)
  const first = useRef<HTMLUListElement>(null)
  useEffect(() => first.current?.querySelector('button')?.focus(), [posts])
  if (takenBack) return <EditDialog post={takenBack} onClose={onClose} />
  if (wanted?.what === 'edit') return <EditDialog post={wanted.post} onClose={onClose} />
  if (wanted) {
    const { handleId, id: postId, username, runs } = wanted.post
    const go = () => {
      onClose()
      c.attempt(async () => {
        await c.call('post.delete', { handleId, postId })
        c.say(t('said.act', { what: t('command.post.delete') }))
      })
    }
    return (
      <ActQuestion act="post.delete" name="" username={username} onGo={go} onClose={onClose}>
        <p className={styles['text']} dir="auto">
          <Runs runs={runs} inert />
        </p>
      </ActQuestion>
    )
  }
  return (
    <Modal
      title={brand ? t('own.title', { name: brand.name }) : t('own.brand')}
      onClose={onClose}
      look="wide"
      first={first}
    >
      <div className={form['form']}>
        {!brand && <ChooseBrand onChosen={choose} />}
        {brand && (
          <ul ref={first} className={styles['items']} tabIndex={-1}>
            {posts?.map((post) => (
              <Post key={post.id} post={post} onWanted={want} />
            ))}
          </ul>
        )}
        {posts?.length === 0 && <Notice title={t('own.nothing')} next={t('own.nothing.next')} />}
      </div>
    </Modal>
  )
}
