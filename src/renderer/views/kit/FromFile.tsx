/** @file A file, looked at before anything of it is taken into a brand. */
import { useRef, useState } from 'react'
import type { KitPart, KitPreview } from '../../../shared/domain/kit.ts'
import { Failure } from '../../../shared/errors.ts'
import { Button } from '../../ui/Button.tsx'
import { failureWords, t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { PartChoice } from './PartChoice.tsx'
import { sayTaken, type KitWay } from './use-kit.ts'
import form from '../../ui/Form.module.css'
import styles from './Kit.module.css'

type Read = { name: string; content: string; preview: KitPreview } | { name: string; failure: Failure }

export function FromFile({ brand, onDone }: KitWay) {
  const c = useConsole()
  const input = useRef<HTMLInputElement>(null)
  const [read, setRead] = useState<Read | null>(null)
  const [chosen, setChosen] = useState<readonly KitPart[]>([])
  const look = (file: File) =>
    c.attempt(async () => {
      const content = await file.text()
      try {
        const preview = await c.call('kit.read', { content })
        setRead({ name: file.name, content, preview })
        setChosen(preview.lines.map((line) => line.part))
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        setRead({ name: file.name, failure: error })
      }
    })
  const take = (content: string) =>
    c.attempt(async () => {
      sayTaken(c, brand, await c.call('kit.import', { brandId: brand.id, content, parts: [...chosen] }))
      onDone()
    })
  return (
    <>
      <div className={styles['file']}>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          tabIndex={-1}
          aria-label={t('kit.choose')}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) look(file)
            event.target.value = ''
          }}
        />
        <Button onClick={() => input.current?.click()}>{t('kit.choose')}</Button>
        {read && (
          <span>
            {'preview' in read ? t('kit.from', { file: read.name, brand: read.preview.brand }) : read.name}
          </span>
        )}
      </div>
      {read && 'failure' in read && (
        <p className={form['bad']} role="alert">
          {failureWords(read.failure)}
        </p>
      )}
      {read && 'preview' in read && (
        <>
          <PartChoice lines={read.preview.lines} chosen={chosen} onChosen={setChosen} />
          <p>{t('kit.replaces')}</p>
          <div className={form['actions']}>
            <Button look="primary" disabled={chosen.length === 0} onClick={() => take(read.content)}>
              {t('kit.take', { name: brand.name })}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
