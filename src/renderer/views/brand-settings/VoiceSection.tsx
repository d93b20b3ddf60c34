/** @file Settings of a brand: how it sounds. */
import { useState } from 'react'
import { VoiceSetting } from '../../../shared/domain/voice.ts'
import { linesOf } from '../../ui/lines.ts'
import { TextField } from '../../ui/TextField.tsx'
import { t } from '../../words.ts'
import { SettingForm } from './SettingForm.tsx'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'

const addresses = VoiceSetting.shape.address.unwrap().options
const emojis = VoiceSetting.shape.emoji.unwrap().options

export function VoiceSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'voice')
  const [voice, setVoice] = useState(settings.voice)
  const [never, setNever] = useState(settings.voice.neverSay.join('\n'))
  const asTyped = VoiceSetting.safeParse({ ...voice, neverSay: linesOf(never) })
  return (
    <SettingForm kept={settings.voice} typed={asTyped.data ?? null} onKeep={keep}>
      <TextField
        label={t('voice.tone')}
        value={voice.tone}
        rows={2}
        maxLength={1_000}
        onText={(tone) => setVoice({ ...voice, tone })}
      />
      <div className={form['pair']}>
        <label className={form['label']}>
          {t('voice.address')}
          <select
            className={form['select']}
            value={voice.address}
            onChange={(event) =>
              setVoice({
                ...voice,
                address: addresses.find((one) => one === event.target.value) ?? 'either',
              })
            }
          >
            {addresses.map((one) => (
              <option key={one} value={one}>
                {t(`voice.address.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={form['label']}>
          {t('voice.emoji')}
          <select
            className={form['select']}
            value={voice.emoji}
            onChange={(event) =>
              setVoice({ ...voice, emoji: emojis.find((one) => one === event.target.value) ?? 'either' })
            }
          >
            {emojis.map((one) => (
              <option key={one} value={one}>
                {t(`voice.emoji.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <TextField
        label={t('voice.never-say.lines')}
        value={never}
        rows={3}
        maxLength={16_000}
        onText={setNever}
      />
      <TextField
        label={t('voice.escalation')}
        value={voice.escalation}
        rows={2}
        maxLength={500}
        onText={(escalation) => setVoice({ ...voice, escalation })}
      />
    </SettingForm>
  )
}
