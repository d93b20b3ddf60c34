/** @file One saved search or list among those of a brand: how it stands, and the ways to change or end it. */
import { useState } from 'react'
import type { HandleView, SourceStatus } from '../../shared/domain/brand.ts'
import type { ListeningView } from '../../shared/domain/listening.ts'
import { Button } from '../ui/Button.tsx'
import { Tag } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { needsSignIn, sourceWords } from './source-words.ts'
import form from '../ui/Form.module.css'
import styles from './Listening.module.css'

type Props = {
  one: ListeningView
  handle: HandleView | undefined
  status: SourceStatus | undefined
  onEdit: () => void
  onRemoved: () => void
}

function Question({ one, onKeep, onRemoved }: Pick<Props, 'one' | 'onRemoved'> & { onKeep: () => void }) {
  const c = useConsole()
  const remove = () =>
    c.attempt(async () => {
      await c.call('listening.remove', { id: one.id })
      c.say(t('said.listening.removed', { name: one.name }))
      onRemoved()
    })
  return (
    <div className={styles['question']} role="alert">
      <p>{t('listening.remove.question', { name: one.name })}</p>
      <Button look="danger" onClick={remove}>
        {t('listening.remove')}
      </Button>
      <Button autoFocus onClick={onKeep}>
        {t('listening.keep')}
      </Button>
    </div>
  )
}

export function ListeningItem({ one, handle, status, onEdit, onRemoved }: Props) {
  const c = useConsole()
  const [asks, setAsks] = useState(false)
  const reconnect = (handleId: string) =>
    c.session.setState({ overlay: { kind: 'connect', target: { kind: 'reconnect', handleId } } })
  const isShut = status !== undefined && needsSignIn(status)
  return (
    <li className={styles['item']}>
      <div className={styles['head']}>
        <b className={styles['name']}>{one.name}</b>
        <Tag>{t(`source.${one.kind}`)}</Tag>
        <span className={styles['room']} />
        <Button look="quiet" aria-label={t('listening.edit.name', { name: one.name })} onClick={onEdit}>
          {t('listening.edit')}
        </Button>
        <Button
          look="quiet"
          aria-label={t('listening.remove.name', { name: one.name })}
          aria-expanded={asks}
          onClick={() => setAsks(!asks)}
        >
          {t('listening.remove')}
        </Button>
      </div>
      <p className={styles['words']}>{one.query}</p>
      {status && !isShut && <p className={status.failure ? form['bad'] : undefined}>{sourceWords(status)}</p>}
      {isShut && handle && (
        <div className={styles['question']} role="alert">
          <p>{t('listening.sign-in', { username: handle.username })}</p>
          <Button look="primary" onClick={() => reconnect(handle.id)}>
            {t('brands.reconnect', { username: handle.username })}
          </Button>
        </div>
      )}
      {asks && <Question one={one} onKeep={() => setAsks(false)} onRemoved={onRemoved} />}
    </li>
  )
}
