/** @file Answers pages out to a file, and which of them stay behind because they hold something personal. */
import { useState } from 'react'
import type { AnswerPage, PagesFormat } from '../../../shared/domain/answers.ts'
import type { BrandView } from '../../../shared/domain/brand.ts'
import { saveFile } from '../../state/save-file.ts'
import { Button } from '../../ui/Button.tsx'
import { language } from '../../language.ts'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import form from '../../ui/Form.module.css'
import styles from './AnswersDialog.module.css'

export function ExportPages({ brand, pages }: { brand: BrandView; pages: readonly AnswerPage[] }) {
  const c = useConsole()
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const save = (format: PagesFormat) =>
    c.attempt(async () => {
      const words = {
        language,
        search: t('answers.export.search'),
        none: t('answers.export.none'),
      }
      const file = await c.call('answer.export', { brandId: brand.id, format, words })
      if (await saveFile(c, file)) setLeftOut(file.leftOut.map(({ title }) => title))
    })
  if (pages.length === 0) return null
  return (
    <>
      {leftOut.length > 0 && (
        <p className={`${form['warn']} ${styles['left-out']}`} role="status">
          {t('answers.left-out', { count: leftOut.length, titles: leftOut.join(', ') })}
        </p>
      )}
      <Button look="quiet" onClick={() => save('markdown')}>
        {t('answers.export.markdown')}
      </Button>
      <Button look="quiet" onClick={() => save('html')}>
        {t('answers.export.html')}
      </Button>
    </>
  )
}
