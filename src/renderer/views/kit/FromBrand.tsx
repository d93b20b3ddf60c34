/** @file What one brand has, copied into another. Of another client’s, only what holds no words of theirs is chosen at first. */
import { useState } from 'react'
import type { KitPart } from '../../../shared/domain/kit.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { PartChoice } from './PartChoice.tsx'
import { sayTaken, useParts, type KitWay } from './use-kit.ts'
import form from '../../ui/Form.module.css'

/** Parts with a client's own words, or what it pays for. */
const ofTheClient: ReadonlySet<string> = new Set([
  'macros',
  'listening',
  'voice',
  'lexicon',
  'allowList',
  'privateData',
])

export function FromBrand({ brand, onDone }: KitWay) {
  const c = useConsole()
  const all = useRows((rows) => rows.brands)
  const others = all.filter((one) => one.id !== brand.id)
  const [fromId, setFromId] = useState<string | null>(null)
  const from = others.find((one) => one.id === fromId) ?? others[0]
  const preview = useParts(from?.id ?? null)
  const [picked, setPicked] = useState<readonly KitPart[] | null>(null)
  if (!from) return <Notice title={t('kit.no-other')} />
  const isSameClient = from.clientId === brand.clientId
  const chosen =
    picked ??
    (preview?.lines ?? []).map((line) => line.part).filter((part) => isSameClient || !ofTheClient.has(part))
  const take = () =>
    c.attempt(async () => {
      const taken = await c.call('kit.copy', { brandId: brand.id, fromBrandId: from.id, parts: [...chosen] })
      sayTaken(c, brand, taken)
      onDone()
    })
  return (
    <>
      <label className={form['label']}>
        {t('kit.other')}
        <select
          className={form['select']}
          value={from.id}
          onChange={(event) => {
            setFromId(event.target.value)
            setPicked(null)
          }}
        >
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {t('kit.other.name', { name: one.name, client: one.clientName })}
            </option>
          ))}
        </select>
      </label>
      {!isSameClient && <p className={form['warn']}>{t('kit.other-client', { client: from.clientName })}</p>}
      {preview && <PartChoice lines={preview.lines} chosen={chosen} onChosen={setPicked} />}
      <p>{t('kit.replaces')}</p>
      <div className={form['actions']}>
        <Button look="primary" disabled={chosen.length === 0} onClick={take}>
          {t('kit.take', { name: brand.name })}
        </Button>
      </div>
    </>
  )
}
