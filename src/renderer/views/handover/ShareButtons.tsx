/** @file The page for elsewhere: as Markdown, and as a file for another computer. */
import type { HandoverView } from '../../../shared/domain/handover.ts'
import { copyHandover, exportHandover } from '../../commands/handover.ts'
import { saveFile } from '../../state/save-file.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { handoverMarkdown } from './markdown.ts'

export function ShareButtons({ view, onTakeIn }: { view: HandoverView; onTakeIn: () => void }) {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const markdown = () => handoverMarkdown(view, new Map(brands.map(({ id, name }) => [id, name])), c.now())
  return (
    <>
      <Button look="quiet" onClick={() => c.attempt(() => copyHandover(c, markdown()))}>
        {t('handover.copy')}
      </Button>
      <Button
        look="quiet"
        onClick={() => c.attempt(() => saveFile(c, { name: 'handover.md', content: markdown() }))}
      >
        {t('handover.save')}
      </Button>
      <Button look="quiet" onClick={() => c.attempt(() => exportHandover(c))}>
        {t('handover.export')}
      </Button>
      <Button look="quiet" onClick={onTakeIn}>
        {t('handover.take-in')}
      </Button>
    </>
  )
}
