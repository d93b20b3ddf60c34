/** @file Step 1: which X app to sign in through, and where its credentials come from. */
import { useState, type FormEvent } from 'react'
import { redirectPorts, redirectUri } from '../../shared/redirect.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { t } from '../words.ts'
import type { Step } from './ConnectDialog.tsx'
import { useConsole, useRows } from './console-context.ts'
import form from '../ui/Form.module.css'

const fresh = 'new'
const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** Where keys come from, what X charges and what its policy says. */
function Help() {
  return (
    <details className={form['help']} open>
      <summary>{t('connect.app.help')}</summary>
      <p>{t('connect.app.help.where')}</p>
      <p>{t('connect.app.help.redirect')}</p>
      <ul>
        {redirectPorts.map((port) => (
          <li key={port} className={form['address']}>
            {redirectUri(port)}
          </li>
        ))}
      </ul>
      <p>{t('connect.app.help.price')}</p>
      <p>{t('connect.app.help.policy')}</p>
      <p>{t('connect.app.help.later')}</p>
    </details>
  )
}

export function ConnectApp({ onStep }: { onStep: (step: Step) => void }) {
  const c = useConsole()
  const apps = useRows((rows) => rows.apps)
  const [chosen, setChosen] = useState<string | null>(null)
  const [oauth1, setOauth1] = useState(false)
  const [fields, setFields] = useState({
    name: '',
    clientId: '',
    clientSecret: '',
    bearer: '',
    consumerKey: '',
    consumerSecret: '',
  })
  const appId = chosen ?? apps[0]?.id ?? fresh
  const app = apps.find((one) => one.id === appId)
  const set = (name: keyof typeof fields) => (text: string) => setFields({ ...fields, [name]: text })
  const askKeys = app === undefined || (oauth1 && !app.hasOauth1)
  const ready = oauth1
    ? !askKeys || (fields.consumerKey.trim() !== '' && fields.consumerSecret.trim() !== '')
    : app !== undefined || fields.clientId.trim() !== ''

  const next = (event: FormEvent) => {
    event.preventDefault()
    c.attempt(async () => {
      if (app && !askKeys) return onStep({ at: 'brand', app, oauth1 })
      const saved = await c.call('app.save', {
        ...(app ? { id: app.id } : {}),
        name: app?.name ?? orNull(fields.name) ?? t('connect.app.title'),
        clientId: app?.clientId ?? orNull(fields.clientId),
        clientSecret: orNull(fields.clientSecret),
        bearer: orNull(fields.bearer),
        consumerKey: orNull(fields.consumerKey),
        consumerSecret: orNull(fields.consumerSecret),
      })
      c.apply.apps()
      onStep({ at: 'brand', app: saved, oauth1 })
    })
  }
  return (
    <form onSubmit={next} className={form['stack']}>
      <p className={form['warn']}>{t('connect.one-computer')}</p>
      {apps.length > 0 && (
        <label className={form['label']}>
          {t('connect.app.choose')}
          <select
            className={form['select']}
            value={appId}
            onChange={(event) => setChosen(event.target.value)}
          >
            {apps.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
            <option value={fresh}>{t('connect.app.new')}</option>
          </select>
        </label>
      )}
      <fieldset className={form['choices']}>
        <legend>{t('connect.app.method')}</legend>
        {[false, true].map((way) => (
          <label key={String(way)} className={form['radio']}>
            <input type="radio" name="way" checked={oauth1 === way} onChange={() => setOauth1(way)} />
            {t(way ? 'connect.app.oauth1' : 'connect.app.oauth2')}
          </label>
        ))}
      </fieldset>
      {app === undefined && (
        <Field label={t('connect.app.name')} value={fields.name} maxLength={60} onText={set('name')} />
      )}
      {app === undefined && !oauth1 && (
        <>
          <Field
            label={t('connect.app.client-id')}
            value={fields.clientId}
            required
            onText={set('clientId')}
          />
          <div className={form['pair']}>
            <Field
              label={t('connect.app.client-secret')}
              type="password"
              value={fields.clientSecret}
              onText={set('clientSecret')}
            />
            <Field
              label={t('connect.app.bearer')}
              type="password"
              value={fields.bearer}
              onText={set('bearer')}
            />
          </div>
        </>
      )}
      {oauth1 && askKeys && (
        <div className={form['pair']}>
          <Field
            label={t('connect.app.consumer-key')}
            type="password"
            value={fields.consumerKey}
            required
            onText={set('consumerKey')}
          />
          <Field
            label={t('connect.app.consumer-secret')}
            type="password"
            value={fields.consumerSecret}
            required
            onText={set('consumerSecret')}
          />
        </div>
      )}
      <Help />
      <div className={form['actions']}>
        <Button look="primary" type="submit" disabled={!ready}>
          {t('connect.app.next')}
        </Button>
      </div>
    </form>
  )
}
