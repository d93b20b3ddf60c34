/** @file From which handle of their brand tickets are answered, what each is for, and how far X lets it answer. */
import { useEffect, useState, type FormEvent } from 'react'
import type { HandleWay } from '../../../shared/domain/handle-way.ts'
import { moveHandle } from '../../commands/desk.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useConsole, useKeyName } from '../console-context.ts'
import type { DeskDialogProps } from './DeskDialog.tsx'
import form from '../../ui/Form.module.css'

function wayWords({ purpose, languages, isOpen, speaks, routes }: HandleWay): string {
  const reach =
    routes.public.open === 'yes'
      ? t('handle.way.public')
      : routes.public.open === 'perhaps'
        ? t('handle.way.perhaps')
        : t('handle.way.no')
  return [
    purpose,
    languages.join(', '),
    reach,
    routes.dm.open ? t('handle.way.dm') : '',
    isOpen ? '' : t('handle.way.closed'),
    speaks === false ? t('handle.way.language') : '',
  ]
    .filter((words) => words !== '')
    .join(t('app.separator'))
}

export function HandleDialog({ ticketIds, onClose }: DeskDialogProps) {
  const keyOf = useKeyName()
  const c = useConsole()
  const [ways, setWays] = useState<readonly HandleWay[] | null>(null)
  const [chosen, choose] = useState('')
  const [note, setNote] = useState('')
  const [ticketId = ''] = ticketIds
  useEffect(
    () =>
      c.attempt(async () => {
        const read = await c.call('ticket.ways', { ticketId })
        setWays(read)
        choose(read.find(({ isCurrent }) => !isCurrent)?.handleId ?? '')
      }),
    [c, ticketId],
  )
  const way = ways?.find(({ handleId }) => handleId === chosen)
  const move = (event: FormEvent) => {
    event.preventDefault()
    if (!way) return
    onClose()
    moveHandle(c, ticketIds, way, note.trim())
  }
  if (ways === null) return null
  return (
    <Modal title={t('handle.title', { count: ticketIds.length })} onClose={onClose} look="wide">
      {ways.length < 2 ? (
        <div className={form['form']} tabIndex={0}>
          <Notice
            title={t('handle.only', { username: ways[0]?.username ?? '' })}
            next={t('handle.only.why', { key: keyOf('brand.manage') })}
          />
        </div>
      ) : (
        <form className={form['form']} onSubmit={move}>
          <fieldset className={form['choices']}>
            <legend>{t('handle.which')}</legend>
            {ways.map((one) => (
              <label key={one.handleId} className={form['radio']}>
                <input
                  type="radio"
                  name="handle"
                  autoFocus={one.handleId === chosen}
                  checked={one.handleId === chosen}
                  disabled={one.isCurrent}
                  onChange={() => choose(one.handleId)}
                />
                <span>
                  <b>{t('thread.handle', { username: one.username })}</b>
                  {one.isCurrent && ` ${t('handle.current')}`}
                  <br />
                  <span dir="auto">{wayWords(one)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {way && way.routes.public.open === 'no' && !way.routes.dm.open && (
            <p className={form['warn']}>{t('handle.cannot', { username: way.username })}</p>
          )}
          <Field
            label={t('handle.note')}
            value={note}
            maxLength={1_000}
            placeholder={t('handle.note.example')}
            onText={setNote}
          />
          <div className={form['actions']}>
            <Button onClick={onClose}>{t('app.cancel')}</Button>
            <Button look="primary" type="submit" disabled={!way}>
              {t('handle.move')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
