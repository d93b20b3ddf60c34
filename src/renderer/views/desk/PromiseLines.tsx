/** @file What we promised on a ticket: to be confirmed, to be kept, or broken. */
import { Hourglass } from 'lucide-react'
import type { PromiseView } from '../../../shared/domain/desk.ts'
import { confirmPromise, dropPromise } from '../../commands/promise.ts'
import { fullTime } from '../../time.ts'
import { t } from '../../words.ts'
import { useCommand, useConsole } from '../console-context.ts'
import type { FrameLineProps } from './frame-lines.ts'
import { FrameLine, LineButton } from './FrameLine.tsx'

const tones = { noticed: 'warn', open: 'plain', broken: 'bad', kept: 'plain', dropped: 'plain' } as const

function PromiseLine({ promise }: { promise: PromiseView }) {
  const c = useConsole()
  const command = useCommand('ticket.promise')
  const { words, dueAt, state } = promise
  return (
    <FrameLine
      tone={tones[state]}
      icon={<Hourglass size={12} aria-hidden="true" />}
      ways={
        <>
          {state === 'noticed' && (
            <LineButton keys={command.aria} onClick={() => confirmPromise(c, promise)}>
              {t('promise.confirm')}
            </LineButton>
          )}
          <LineButton onClick={() => dropPromise(c, promise)}>
            {t(state === 'noticed' ? 'promise.none' : 'promise.drop')}
          </LineButton>
        </>
      }
    >
      {t(`promise.line.${state}`, { at: fullTime(dueAt), words })}
    </FrameLine>
  )
}

export function PromiseLines({ detail }: FrameLineProps) {
  const { promises, promisesKept, promisesBroken } = detail.desk
  return (
    <>
      {promises.map((promise) => (
        <PromiseLine key={promise.id} promise={promise} />
      ))}
      {promisesKept + promisesBroken > 0 && (
        <FrameLine>{t('promise.counts', { kept: promisesKept, broken: promisesBroken })}</FrameLine>
      )}
    </>
  )
}
