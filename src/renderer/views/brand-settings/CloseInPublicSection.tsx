/** @file Settings of a brand: the public last word for what was settled in private. */
import { t } from '../../words.ts'
import { SentenceForm } from './SentenceForm.tsx'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'

export function CloseInPublicSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'closeInPublic')
  return (
    <SentenceForm
      label={t('settings.close-in-public.text')}
      value={settings.closeInPublic.text}
      onKept={(text) => keep({ text })}
    >
      <p>{t('settings.close-in-public.why')}</p>
    </SentenceForm>
  )
}
