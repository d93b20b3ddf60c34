/** @file Settings of a brand: who is told of alerts when nobody sits here. */
import { useCallback, useEffect, useState } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import type { WebhookView } from '../../../shared/domain/webhook.ts'
import { fullTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { ElsewhereForm } from './ElsewhereForm.tsx'
import type { SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'
import rules from '../rules/Rules.module.css'

/** Null before the first answer; read again whenever core tells that the brand changed. */
function useWebhooks(brand: BrandView): { webhooks: readonly WebhookView[] | null; readAgain: () => void } {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads.brands)
  const [webhooks, setWebhooks] = useState<readonly WebhookView[] | null>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('webhook.list', { brandId: brand.id })
      if (!gone) setWebhooks(read)
    })
    return () => {
      gone = true
    }
  }, [c, brand.id, reads, asked])
  return { webhooks, readAgain: useCallback(() => setAsked((n) => n + 1), []) }
}

function Item({ of, onEdit, onDone }: { of: WebhookView; onEdit: () => void; onDone: () => void }) {
  const c = useConsole()
  const { id, name, host, duty, isOn, triedAt, toldAt, failure, waiting } = of
  const act = (work: () => Promise<unknown>, said: string) =>
    c.attempt(async () => {
      await work()
      c.say(said)
      onDone()
    })
  return (
    <li className={rules['rule']}>
      <div className={rules['about']}>
        <b dir="auto">{name}</b>
        {!isOn && <Tag>{t(triedAt === null ? 'elsewhere.untried' : 'elsewhere.is-off')}</Tag>}
        <span>
          {t('elsewhere.line', {
            host,
            duty: t(`elsewhere.duty.${duty.kind}`),
            separator: t('app.separator'),
          })}
        </span>
        {toldAt !== null && <span>{t('elsewhere.told', { at: fullTime(toldAt) })}</span>}
        {failure !== null && <span className={form['warn']}>{t('elsewhere.failing', { waiting })}</span>}
      </div>
      <div className={rules['ways']} role="group" aria-label={name}>
        <Button
          look={triedAt === null ? 'primary' : 'quiet'}
          onClick={() =>
            act(() => c.call('webhook.try', { webhookId: id }), t('said.elsewhere.tried', { name }))
          }
        >
          {t('elsewhere.try')}
        </Button>
        {triedAt !== null && (
          <Button
            look="quiet"
            onClick={() =>
              act(
                () => c.call('webhook.turn', { webhookId: id, on: !isOn }),
                t('said.elsewhere.turned', { name, on: String(!isOn) }),
              )
            }
          >
            {t(isOn ? 'elsewhere.off' : 'elsewhere.on')}
          </Button>
        )}
        <Button
          look="quiet"
          onClick={() =>
            act(() => c.call('webhook.remove', { webhookId: id }), t('said.elsewhere.removed', { name }))
          }
        >
          {t('elsewhere.remove')}
        </Button>
        <Button onClick={onEdit}>{t('elsewhere.edit')}</Button>
      </div>
    </li>
  )
}

export function ElsewhereSection({ brand }: SectionProps) {
  const { webhooks, readAgain } = useWebhooks(brand)
  const [editing, setEditing] = useState<WebhookView | 'new' | null>(null)
  if (editing !== null)
    return (
      <ElsewhereForm
        brand={brand}
        webhook={editing === 'new' ? null : editing}
        onDone={() => {
          setEditing(null)
          readAgain()
        }}
      />
    )
  return (
    <div className={form['stack']}>
      <p>{t('elsewhere.why')}</p>
      {webhooks?.length === 0 && <Notice title={t('elsewhere.none')} next={t('elsewhere.none.why')} />}
      <ul className={rules['rules']}>
        {webhooks?.map((of) => (
          <Item key={of.id} of={of} onEdit={() => setEditing(of)} onDone={readAgain} />
        ))}
      </ul>
      <div className={form['actions']}>
        <Button onClick={() => setEditing('new')}>{t('elsewhere.new')}</Button>
      </div>
    </div>
  )
}
