/** @file What is known of a ticket by the fields of its brand. Of several tickets those that are typed are set on all. */
import { useEffect, useState, type FormEvent } from 'react'
import type { DeskView } from '../../../shared/domain/desk.ts'
import { setFields } from '../../commands/desk.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import type { DeskDialogProps } from './DeskDialog.tsx'
import form from '../../ui/Form.module.css'

export function FieldsDialog({ ticketIds, onClose }: DeskDialogProps) {
  const c = useConsole()
  const [shown, setShown] = useState<{ brandId: string; fields: DeskView['fields'] } | null>(null)
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const [ticketId = ''] = ticketIds
  useEffect(
    () =>
      c.attempt(async () => {
        const { card, desk } = await c.call('ticket.get', { ticketId })
        setShown({ brandId: card.brandId, fields: desk.fields })
      }),
    [c, ticketId],
  )
  const put = (id: string, value: string) => setTyped(new Map([...typed, [id, value]]))
  const keep = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    setFields(
      c,
      ticketIds,
      [...typed].map(([fieldId, value]) => ({ fieldId, value })),
    )
  }
  if (shown === null) return null
  const { brandId, fields } = shown
  return (
    <Modal title={t('fields.title', { count: ticketIds.length })} onClose={onClose}>
      {fields.length === 0 ? (
        <div className={form['form']}>
          <Notice title={t('fields.none')} next={t('fields.none.why')} />
          <div className={form['actions']}>
            <Button
              autoFocus
              look="primary"
              onClick={() =>
                c.session.setState({ overlay: { kind: 'brand-settings', brandId, section: 'fields' } })
              }
            >
              {t('fields.lay-down')}
            </Button>
          </div>
        </div>
      ) : (
        <form className={form['form']} onSubmit={keep}>
          {fields.map(({ id, name, options, value }, at) => {
            const known = ticketIds.length === 1 ? value : ''
            return options.length === 0 ? (
              <Field
                key={id}
                label={name}
                value={typed.get(id) ?? known}
                maxLength={200}
                autoFocus={at === 0}
                dir="auto"
                onText={(text) => put(id, text)}
              />
            ) : (
              <label key={id} className={form['label']}>
                {name}
                <select
                  className={form['select']}
                  value={typed.get(id) ?? known}
                  autoFocus={at === 0}
                  onChange={(event) => put(id, event.target.value)}
                >
                  <option value="">{t('fields.nothing')}</option>
                  {options.map((option) => (
                    <option key={option} value={option}>
                      {option}
                    </option>
                  ))}
                </select>
              </label>
            )
          })}
          <div className={form['actions']}>
            <Button onClick={onClose}>{t('app.cancel')}</Button>
            <Button look="primary" type="submit" disabled={typed.size === 0}>
              {t('fields.keep')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
