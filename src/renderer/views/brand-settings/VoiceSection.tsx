/** @file Settings of a brand: how it sounds. */
import { useId, useState } from 'react'
import { VoiceSetting } from '../../../shared/domain/voice.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'
import styles from '../replying/MacrosDialog.module.css'

const addresses = VoiceSetting.shape.address.unwrap().options
const emojis = VoiceSetting.shape.emoji.unwrap().options

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]

function Area(props: {
  label: string
  value: string
  rows: number
  max: number
  onText: (text: string) => void
}) {
  const id = useId()
  return (
    <div className={form['label']}>
      <label htmlFor={id}>{props.label}</label>
      <textarea
        id={id}
        className={styles['area']}
        dir="auto"
        rows={props.rows}
        maxLength={props.max}
        value={props.value}
        onChange={(event) => props.onText(event.target.value)}
      />
    </div>
  )
}

export function VoiceSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'voice')
  const [voice, setVoice] = useState(settings.voice)
  const [never, setNever] = useState(settings.voice.neverSay.join('\n'))
  const asTyped = VoiceSetting.safeParse({ ...voice, neverSay: linesOf(never) })
  const isNew = asTyped.success && JSON.stringify(asTyped.data) !== JSON.stringify(settings.voice)
  return (
    <form
      className={form['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        if (asTyped.success) keep(asTyped.data)
      }}
    >
      <Area
        label={t('voice.tone')}
        value={voice.tone}
        rows={2}
        max={1_000}
        onText={(tone) => setVoice({ ...voice, tone })}
      />
      <div className={styles['two']}>
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
      <Area label={t('voice.never-say.lines')} value={never} rows={3} max={16_000} onText={setNever} />
      <Area
        label={t('voice.escalation')}
        value={voice.escalation}
        rows={2}
        max={500}
        onText={(escalation) => setVoice({ ...voice, escalation })}
      />
      <div className={form['actions']}>
        <Button look="primary" type="submit" disabled={!isNew}>
          {t('macros.form.save')}
        </Button>
      </div>
    </form>
  )
}
