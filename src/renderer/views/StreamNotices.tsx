/** @file What keeps an app's stream from being live and needs a person, with the way out. */
import { takeOver } from '../commands/stream.ts'
import { clockTime } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { t, wireFailureWords } from '../words.ts'
import { useConsole, useRows } from './console-context.ts'
import form from '../ui/Form.module.css'

export function StreamNotices() {
  const c = useConsole()
  const apps = useRows((rows) => rows.apps)
  return apps.map(({ id, name, stream }) => {
    // Empty credits have a line of their own.
    if (stream?.state !== 'refused' || !stream.failure || stream.failure.code === 'x.credits') return null
    return (
      <div key={id} className={form['warn']} role="alert">
        <p>
          {t('stream.app', { app: name })} {wireFailureWords(stream.failure)}{' '}
          {stream.nextTryAt !== null && t('brands.next-try', { time: clockTime(stream.nextTryAt) })}
        </p>
        {stream.failure.code === 'stream.busy' && (
          <Button
            look="quiet"
            aria-label={t('stream.take-over.name', { app: name })}
            onClick={() => takeOver(c, id)}
          >
            {t('command.stream.take-over')}
          </Button>
        )}
      </div>
    )
  })
}
