/** @file Macros out to a file and in from one: a brand kit that holds nothing else. */
import { useRef } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import { saveFile } from '../../state/save-file.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { sayTaken } from '../kit/use-kit.ts'

export function MacroFiles({ brand }: { brand: BrandView }) {
  const c = useConsole()
  const input = useRef<HTMLInputElement>(null)
  const parts: ['macros'] = ['macros']
  const take = (file: File) =>
    c.attempt(async () => {
      const content = await file.text()
      sayTaken(c, brand, await c.call('kit.import', { brandId: brand.id, content, parts }))
    })
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        tabIndex={-1}
        aria-label={t('macros.import')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) take(file)
          event.target.value = ''
        }}
      />
      <Button look="quiet" onClick={() => input.current?.click()}>
        {t('macros.import')}
      </Button>
      <Button
        look="quiet"
        onClick={() =>
          c.attempt(async () => saveFile(c, await c.call('kit.export', { brandId: brand.id, parts })))
        }
      >
        {t('macros.export')}
      </Button>
    </>
  )
}
