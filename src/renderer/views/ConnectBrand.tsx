/** @file Step 2: for which client and brand the handle speaks; with OAuth 1.0a also the handle's own two keys. */
import { useState, type FormEvent } from 'react'
import type { AppView } from '../../shared/domain/brand.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { t } from '../words.ts'
import type { Step } from './ConnectDialog.tsx'
import { computerZone, ZoneSelect } from './brand-settings/ZoneSelect.tsx'
import { useConsole, useRows } from './console-context.ts'
import form from '../ui/Form.module.css'

const fresh = 'new'

type Props = {
  app: AppView
  oauth1: boolean
  brandId: string | null
  /** The handle that a brand waits for: then neither client nor brand is asked for. */
  expectedId: string | null
  onStep: (step: Step) => void
}

export function ConnectBrand({ app, oauth1, brandId, expectedId, onStep }: Props) {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const [chosen, setChosen] = useState(brandId ?? fresh)
  const [clientName, setClientName] = useState('')
  const [brandName, setBrandName] = useState('')
  const [zone, setZone] = useState(computerZone)
  const [accessToken, setAccessToken] = useState('')
  const [accessSecret, setAccessSecret] = useState('')
  const [busy, setBusy] = useState(false)
  const isNew = expectedId === null && (oauth1 || chosen === fresh)
  const named = !isNew || (clientName.trim() !== '' && brandName.trim() !== '')
  const ready = named && (!oauth1 || (accessToken.trim() !== '' && accessSecret.trim() !== '')) && !busy

  const start = (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    c.attempt(async () => {
      try {
        if (oauth1) {
          const keys = { appId: app.id, accessToken, accessSecret }
          const names = { clientName: clientName.trim(), brandName: brandName.trim(), zone }
          const done = await c.call('connect.oauth1', {
            ...keys,
            ...(expectedId === null ? names : { expectedId }),
          })
          return onStep({ at: 'done', username: done.username, handleId: done.handleId })
        }
        const target = isNew
          ? ({ kind: 'new', clientName: clientName.trim(), brandName: brandName.trim(), zone } as const)
          : ({ kind: 'brand', brandId: chosen } as const)
        const view = await c.call('connect.start', { appId: app.id, target })
        c.apply.follow(view.sessionId)
        onStep({ at: 'wait', sessionId: view.sessionId })
      } finally {
        setBusy(false)
      }
    })
  }
  return (
    <form onSubmit={start} className={form['stack']}>
      {isNew && <p>{t('connect.brand.why')}</p>}
      {!oauth1 && brands.length > 0 && (
        <label className={form['label']}>
          {t('connect.brand.for')}
          <select
            className={form['select']}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value={fresh}>{t('connect.brand.new')}</option>
            {brands.map((brand) => (
              <option key={brand.id} value={brand.id}>
                {brand.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {isNew && (
        <div className={form['pair']}>
          <Field
            label={t('connect.brand.client-name')}
            value={clientName}
            maxLength={60}
            required
            autoFocus
            onText={setClientName}
          />
          <Field
            label={t('connect.brand.name')}
            value={brandName}
            maxLength={60}
            required
            onText={setBrandName}
          />
        </div>
      )}
      {isNew && <ZoneSelect zone={zone} onZone={setZone} />}
      {oauth1 && (
        <div className={form['pair']}>
          <Field
            label={t('connect.brand.access-token')}
            type="password"
            value={accessToken}
            required
            onText={setAccessToken}
          />
          <Field
            label={t('connect.brand.access-secret')}
            type="password"
            value={accessSecret}
            required
            onText={setAccessSecret}
          />
        </div>
      )}
      <div className={form['actions']}>
        <Button onClick={() => onStep({ at: 'app' })}>{t('app.back')}</Button>
        <Button look="primary" type="submit" disabled={!ready}>
          {t(oauth1 ? 'connect.brand.verify' : 'connect.brand.start')}
        </Button>
      </div>
    </form>
  )
}
