/** @file The page as Markdown, to be pasted elsewhere. Pure. */
import type { HandoverOfBrand, HandoverView, HandoverWords } from '../../../shared/domain/handover.ts'
import { fullTime } from '../../time.ts'
import { t } from '../../words.ts'

/** Names and sentences stay what they are, whatever signs they hold. */
const plain = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>#|~]/gu, '\\$&')

function wordsOf({ text, by, leftAt, takenBy, takenAt }: HandoverWords): string {
  const nobody = t('handover.somebody')
  const about = [
    t('handover.words.by', { by: by ?? nobody, at: fullTime(leftAt) }),
    takenAt === null
      ? t('handover.words.open')
      : t('handover.words.taken', { by: takenBy ?? nobody, at: fullTime(takenAt) }),
  ]
  return `> ${plain(text)}\n>\n> ${plain(about.join(t('app.separator')))}`
}

function brandOf({ lines, words }: HandoverOfBrand, name: string): string {
  const counted = lines.map(({ line, count }) => `- **${count}** ${t(`handover.line.${line}`, { count })}`)
  return [
    `## ${plain(name)}`,
    ...words.map(wordsOf),
    counted.length === 0 ? t('handover.nothing') : counted.join('\n'),
  ].join('\n\n')
}

/** @param names of brands, by id · @param at when it was made, epoch ms */
export function handoverMarkdown(view: HandoverView, names: ReadonlyMap<string, string>, at: number): string {
  const since = { at: fullTime(view.sinceAt) }
  return `${[
    `# ${plain(t('handover.md.title', { at: fullTime(at) }))}`,
    t(view.isFirst ? 'handover.first' : 'handover.since', since),
    ...view.brands.map((of) => brandOf(of, names.get(of.brandId) ?? '')),
  ].join('\n\n')}\n`
}
