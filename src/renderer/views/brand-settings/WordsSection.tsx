/** @file Settings of a brand: the words that are its own, what is private, and what a second agent must see. */
import { useState } from 'react'
import { LinesField } from '../../ui/LinesField.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'

/** Words that stop a text of any other brand, and those of others that this brand may write. */
export function LexiconSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'lexicon')
  const keepAllowed = useKeepSetting(brand, 'allowList')
  const { lexicon, allowList } = settings
  return (
    <div className={form['stack']}>
      <p>{t('settings.lexicon.why', { name: brand.name })}</p>
      <LinesField
        label={t('settings.lexicon.products')}
        lines={lexicon.products}
        onLines={(products) => keep({ ...lexicon, products })}
      />
      <LinesField
        label={t('settings.lexicon.domains')}
        lines={lexicon.domains}
        onLines={(domains) => keep({ ...lexicon, domains })}
      />
      <LinesField
        label={t('settings.lexicon.sign-offs')}
        lines={lexicon.signOffs}
        onLines={(signOffs) => keep({ ...lexicon, signOffs })}
      />
      <LinesField
        label={t('settings.allow-list')}
        hint={t('settings.allow-list.why')}
        lines={allowList.words}
        onLines={(words) => keepAllowed({ words })}
      />
    </div>
  )
}

export function PrivateDataSection({ brand, settings }: SectionProps) {
  const c = useConsole()
  const keep = useKeepSetting(brand, 'privateData')
  const { privateData } = settings
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const keepPatterns = (patterns: string[]) =>
    c.attempt(async () => {
      for (const pattern of patterns) {
        const { readable } = await c.call('guard.pattern', { pattern })
        if (!readable) return setUnreadable(pattern)
      }
      setUnreadable(null)
      keep({ ...privateData, patterns })
    })
  return (
    <div className={form['stack']}>
      <p>{t('settings.private.why')}</p>
      <LinesField
        label={t('settings.private.patterns')}
        hint={t('settings.private.patterns.why')}
        lines={privateData.patterns}
        onLines={keepPatterns}
      />
      {unreadable !== null && (
        <p className={form['bad']} role="alert">
          {t('settings.private.unreadable', { pattern: unreadable })}
        </p>
      )}
      <LinesField
        label={t('settings.private.ours')}
        hint={t('settings.private.ours.why')}
        lines={privateData.ours}
        onLines={(ours) => keep({ ...privateData, ours })}
      />
      <LinesField
        label={t('settings.private.countries')}
        hint={t('settings.private.countries.why')}
        lines={privateData.countries}
        rows={3}
        onLines={(countries) =>
          keep({ ...privateData, countries: countries.map((one) => one.toUpperCase()) })
        }
      />
    </div>
  )
}

/** Four eyes: which messages wait for another agent's word. */
export function ApprovalsSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'approvals')
  const { approvals } = settings
  return (
    <div className={form['stack']}>
      <p>{t('settings.approvals.why')}</p>
      <LinesField
        label={t('settings.approvals.tags')}
        lines={approvals.tags}
        onLines={(tags) => keep({ ...approvals, tags })}
      />
      <LinesField
        label={t('settings.approvals.words')}
        lines={approvals.words}
        onLines={(words) => keep({ ...approvals, words })}
      />
    </div>
  )
}
