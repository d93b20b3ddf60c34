/** @file A new notice: what it is, of which brands, and each brand's own text. */
import { useState } from 'react'
import type { IncidentView } from '../../../shared/domain/incident.ts'
import { FirstKind } from '../../../shared/domain/notice.ts'
import type { NoticeAsk } from '../../state/session.ts'
import { fullTime } from '../../time.ts'
import { Field } from '../../ui/Field.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { speakersOf } from '../speakers.ts'
import { typedWhen } from '../../state/when.ts'
import { useWhen } from '../WhenField.tsx'
import { BrandChecks } from './BrandChecks.tsx'
import { BrandChoice, targetOf, type Chosen } from './BrandChoice.tsx'
import { NoticeTexts } from './NoticeTexts.tsx'
import form from '../../ui/Form.module.css'
import styles from './Notices.module.css'

function When({ label, words, onWords }: { label: string; words: string; onWords: (words: string) => void }) {
  const { at, understood } = useWhen(words)
  return (
    <div>
      <Field label={label} value={words} onText={onWords} />
      {words.trim() !== '' && (
        <p className={styles['understood']} aria-live="polite">
          {at === null ? understood : fullTime(at)}
        </p>
      )}
    </div>
  )
}

type Props = {
  ask: NoticeAsk
  incidents: readonly IncidentView[]
  onCancel: () => void
  onDone: () => void
}

export function WriteForm({ ask, incidents, onCancel, onDone }: Props) {
  const c = useConsole()
  const all = useRows((rows) => rows.brands)
  const brands = all.filter((brand) => speakersOf(brand).length > 0)
  const only = ask.brandId ?? (brands.length === 1 ? (brands[0]?.id ?? null) : null)
  const [kind, setKind] = useState<FirstKind>(ask.words?.kind ?? 'outage')
  const [title, setTitle] = useState(ask.title)
  const [starts, setStarts] = useState(typedWhen(ask.words?.startsAt ?? null))
  const [ends, setEnds] = useState(typedWhen(ask.words?.endsAt ?? null))
  const [brandIds, setBrandIds] = useState<readonly string[]>(only === null ? [] : [only])
  const [choices, setChoices] = useState<ReadonlyMap<string, Chosen>>(
    new Map(ask.incidentId === null || only === null ? [] : [[only, { incidentId: ask.incidentId }]]),
  )
  const startsAt = useWhen(starts).at
  const endsAt = useWhen(ends).at
  const given = new Map(only === null || !ask.words ? [] : [[only, ask.words.text]])
  const isPlanned = kind === 'planned'
  const about = {
    kind,
    title: title.trim(),
    startsAt: isPlanned ? startsAt : null,
    endsAt: isPlanned ? endsAt : null,
  }
  const isWhen = (words: string, at: number | null): boolean => words.trim() === '' || at !== null
  const targets = brands
    .filter(({ id }) => brandIds.includes(id))
    .flatMap((brand) => targetOf(brand, incidents, choices.get(brand.id) ?? {}))
  const choose = (brandId: string, chosen: Chosen) =>
    setChoices((before) => new Map(before).set(brandId, { ...before.get(brandId), ...chosen }))
  return (
    <div className={form['stack']}>
      <div className={form['pair']}>
        <label className={form['label']}>
          {t('notice.kind')}
          <select
            className={form['select']}
            value={kind}
            onChange={(event) => setKind(FirstKind.parse(event.target.value))}
          >
            {FirstKind.options.map((one) => (
              <option key={one} value={one}>
                {t(`notice.kind.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Field
          label={t(`notice.title.${kind}`)}
          value={title}
          maxLength={80}
          placeholder={t(`notice.title.${kind}.example`)}
          onText={setTitle}
        />
      </div>
      {isPlanned && (
        <div className={form['pair']}>
          <When label={t('notice.starts')} words={starts} onWords={setStarts} />
          <When label={t('notice.ends')} words={ends} onWords={setEnds} />
        </div>
      )}
      <BrandChecks
        all={brands.map(({ id }) => ({ key: id, brandId: id }))}
        chosen={brandIds}
        onChosen={setBrandIds}
      />
      <NoticeTexts
        about={about}
        targets={targets}
        isReady={about.title.length >= 2 && (!isPlanned || (startsAt !== null && isWhen(ends, endsAt)))}
        none={t('notice.brands.none')}
        beside={({ brandId, handleId, incidentId }) => (
          <BrandChoice
            brand={brands.find(({ id }) => id === brandId)}
            incidents={incidents.filter((one) => one.brandId === brandId)}
            handleId={handleId}
            incidentId={incidentId}
            onChosen={(chosen) => choose(brandId, chosen)}
          />
        )}
        given={given}
        send={(items, actId) =>
          c.call('notice.post', {
            actId,
            ...about,
            kind,
            items: items.map(({ target, ...words }) => {
              const { brandId, handleId, username, incidentId } = target
              return { ...words, brandId, handleId, username, incidentId }
            }),
          })
        }
        onCancel={onCancel}
        onSent={(left) => {
          if (left.length === 0) onDone()
          else setBrandIds(left)
        }}
      />
    </div>
  )
}
