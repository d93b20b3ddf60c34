/** @file One notice: its chain of posts, where each stands, what agents are shown of it, and what can be done. */
import { useState, type FormEvent } from 'react'
import type { IncidentView } from '../../../shared/domain/incident.ts'
import type { FollowKind, NoticePost, NoticeStanding, NoticeView } from '../../../shared/domain/notice.ts'
import { link, newestOut, pin, pinOnX } from '../../commands/notice.ts'
import { fullTime } from '../../time.ts'
import { BrandSquare } from '../../ui/BrandSquare.tsx'
import { Button } from '../../ui/Button.tsx'
import { Tag, type Tone } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows, useTimed } from '../console-context.ts'
import { jobWords } from '../job-words.ts'
import { JobWays } from '../JobWays.tsx'
import form from '../../ui/Form.module.css'
import styles from './Notices.module.css'

const tones: Record<NoticeStanding, Tone> = {
  stuck: 'bad',
  waiting: 'info',
  out: 'warn',
  over: 'good',
  gone: 'plain',
}

function Post({ post }: { post: NoticePost }) {
  const { job, kind, at } = post
  const state = useTimed((now) => (job.state === 'sent' ? fullTime(at) : jobWords(job, now)))
  return (
    <li className={styles['post']}>
      <div className={styles['about']}>
        <b>{t(`notice.kind.${kind}`)}</b>
        <span>{state}</span>
      </div>
      <p className={styles['words']} dir="auto">
        {job.text}
      </p>
      {job.state !== 'sent' && <JobWays job={job} />}
    </li>
  )
}

function PinForm({ notice, onDone }: { notice: NoticeView; onDone: () => void }) {
  const c = useConsole()
  const [text, setText] = useState(notice.pinnedText)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    c.attempt(async () => {
      await pin(c, notice, text.trim())
      onDone()
    })
  }
  return (
    <form className={form['stack']} onSubmit={keep}>
      <label className={form['label']}>
        {t('notice.pinned')}
        <textarea
          className={styles['text']}
          dir="auto"
          rows={2}
          maxLength={1_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <span className={styles['understood']}>{t('notice.pinned.why', { variable: '{{brand.notice}}' })}</span>
      <div className={form['actions']}>
        <Button onClick={onDone}>{t('app.cancel')}</Button>
        <Button look="primary" type="submit" disabled={text.trim() === notice.pinnedText}>
          {t('notice.pinned.keep')}
        </Button>
      </div>
    </form>
  )
}

type Props = {
  notice: NoticeView
  /** Incidents of its brand that go on. */
  incidents: readonly IncidentView[]
  onFollow: (kind: FollowKind) => void
  onAgain: () => void
  readAgain: () => void
}

export function NoticeItem({ notice, incidents, onFollow, onAgain, readAgain }: Props) {
  const c = useConsole()
  const [isPinning, setPinning] = useState(false)
  const brand = useRows((rows) => rows.brands.find(({ id }) => id === notice.brandId))
  const { title, standing, posts, incident, pinnedText } = notice
  const outId = newestOut(notice)?.postId ?? null
  const isCleared = posts.some(
    ({ kind, job }) => kind === 'all-clear' && job.state !== 'recalled' && job.state !== 'dropped',
  )
  const act = (work: () => Promise<unknown>) =>
    c.attempt(async () => {
      await work()
      readAgain()
    })
  return (
    <li className={styles['notice']} aria-label={t('notice.item', { brand: brand?.name ?? '', title })}>
      <div className={styles['about']}>
        {brand && <BrandSquare initials={brand.initials} fill={brand.fill} />}
        <b dir="auto">{title}</b>
        <Tag tone={tones[standing]}>{t(`notice.standing.${standing}`)}</Tag>
        <span>{t('thread.handle', { username: notice.username })}</span>
        {notice.startsAt !== null && <span>{t('notice.work', { at: fullTime(notice.startsAt) })}</span>}
        {incident && (
          <Button
            look="quiet"
            onClick={() => c.session.setState({ overlay: { kind: 'incidents', incidentId: incident.id } })}
          >
            {t('notice.of-incident', { title: incident.title })}
          </Button>
        )}
      </div>
      <ol className={styles['chain']}>
        {posts.map((post) => (
          <Post key={post.job.id} post={post} />
        ))}
      </ol>
      {isPinning ? (
        <PinForm
          notice={notice}
          onDone={() => {
            setPinning(false)
            readAgain()
          }}
        />
      ) : (
        pinnedText !== '' &&
        standing !== 'over' && (
          <p className={styles['pinned']} dir="auto">
            <b>{t('notice.pinned')}</b> {pinnedText}
          </p>
        )
      )}
      <div className={styles['ways']} role="group" aria-label={title}>
        {standing === 'gone' ? (
          <Button onClick={onAgain}>{t('notice.again')}</Button>
        ) : (
          <>
            <Button onClick={() => onFollow('update')}>{t('notice.kind.update')}</Button>
            {!isCleared && (
              <Button onClick={() => onFollow('all-clear')}>{t('notice.kind.all-clear')}</Button>
            )}
            {incident === null &&
              incidents.map((one) => (
                <Button key={one.id} look="quiet" onClick={() => act(() => link(c, notice, one.id))}>
                  {t('notice.link', { title: one.title })}
                </Button>
              ))}
            {incident !== null && (
              <Button look="quiet" onClick={() => act(() => link(c, notice, null))}>
                {t('notice.unlink')}
              </Button>
            )}
            {standing !== 'over' && (
              <Button look="quiet" onClick={() => setPinning(true)}>
                {t('notice.pin')}
              </Button>
            )}
            {outId !== null && (
              <Button look="quiet" onClick={() => c.attempt(() => pinOnX(c, outId))}>
                {t('notice.pin-on-x')}
              </Button>
            )}
          </>
        )}
      </div>
    </li>
  )
}
