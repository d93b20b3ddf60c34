/** @file The chosen parts of a brand, into a file. */
import { useState } from 'react'
import type { KitPart } from '../../../shared/domain/kit.ts'
import { saveFile } from '../../state/save-file.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { PartChoice } from './PartChoice.tsx'
import { useParts, type KitWay } from './use-kit.ts'
import form from '../../ui/Form.module.css'

export function ToFile({ brand, onDone }: KitWay) {
  const c = useConsole()
  const preview = useParts(brand.id)
  const [picked, setPicked] = useState<readonly KitPart[] | null>(null)
  if (!preview) return null
  const chosen = picked ?? preview.lines.map((line) => line.part)
  const save = () =>
    c.attempt(async () => {
      await saveFile(c, await c.call('kit.export', { brandId: brand.id, parts: [...chosen] }))
      onDone()
    })
  return (
    <>
      <PartChoice lines={preview.lines} chosen={chosen} onChosen={setPicked} />
      <div className={form['actions']}>
        <Button look="primary" disabled={chosen.length === 0} onClick={save}>
          {t('kit.save')}
        </Button>
      </div>
    </>
  )
}
