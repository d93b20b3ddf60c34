/** @file After a handle of a list is connected: the next one has the focus, so that a list goes quickly. */
import { useEffect } from 'react'
import { waitingAfter, waitingIn, type WaitingHandle } from '../../state/waiting.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import form from '../../ui/Form.module.css'

type Props = {
  /** The one that was just connected, and as what. */
  expectedId: string
  /** Those that waited before it was. */
  order: readonly WaitingHandle[]
  handleId: string
  username: string
  /** The app that it signed in through: the next one does as well. */
  appId: string | null
  onClose: () => void
}

export function NextHandle({ expectedId, order, handleId, username, appId, onClose }: Props) {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const left = waitingAfter(order, expectedId, waitingIn(brands))
  const [next] = left
  // What the bar offered to undo before is not undone any more.
  useEffect(() => c.say(t('connect.done', { username })), [c, username])
  return (
    <>
      <p>{next ? t('expected.left', { count: left.length }) : t('expected.all')}</p>
      <div className={form['actions']}>
        <Button
          aria-label={t('backfill.title', { username })}
          onClick={() => c.session.setState({ overlay: { kind: 'past', handleId } })}
        >
          {t('backfill.open')}
        </Button>
        <Button look={next ? 'plain' : 'primary'} autoFocus={!next} onClick={onClose}>
          {t('connect.done.close')}
        </Button>
        {next && (
          <Button
            key={next.expectedId}
            look="primary"
            autoFocus
            onClick={() =>
              c.session.setState({
                overlay: {
                  kind: 'connect',
                  target: { kind: 'expected', expectedId: next.expectedId, appId },
                },
              })
            }
          >
            {t('expected.connect', { username: next.username })}
          </Button>
        )}
      </div>
    </>
  )
}
