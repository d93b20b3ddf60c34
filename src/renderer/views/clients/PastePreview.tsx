/** @file What each line of a pasted list will make: the brand with its square and handles, or why it makes nothing. */
import { longestName, type ListLine, type ListProblem } from '../../../shared/domain/client-list.ts'
import { BrandSquare } from '../../ui/BrandSquare.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import styles from './Clients.module.css'

function problemWords(problem: ListProblem): string {
  switch (problem.kind) {
    case 'no-handle':
    case 'unclear':
      return t(`paste.problem.${problem.kind}`)
    case 'name-too-long':
      return t('paste.problem.name-too-long', { most: longestName })
    case 'bad-handle':
      return t('paste.problem.bad-handle', { handle: problem.handle })
    case 'twice':
      return t('paste.problem.twice', { handle: problem.handle, line: problem.line })
    case 'connected':
    case 'expected':
    case 'removed':
      return t(`paste.problem.${problem.kind}`, { handle: problem.handle, brand: problem.brand })
  }
}

function Row({ line }: { line: ListLine }) {
  if (!line.stands)
    return (
      <tr className={styles['problem']}>
        <th scope="row">{line.line}</th>
        <td colSpan={3}>
          <bdi className={styles['raw']}>{line.text}</bdi>
          <span>{problemWords(line.problem)}</span>
        </td>
      </tr>
    )
  return (
    <tr>
      <th scope="row">{line.line}</th>
      <td>
        <span className={styles['brand']}>
          <BrandSquare initials={line.initials} fill={line.fill} name={line.initials} />
          <bdi>{line.brand}</bdi>
          {line.joins && <Tag title={t('paste.joins.why')}>{t('paste.joins')}</Tag>}
        </span>
      </td>
      <td>
        <bdi>{line.client}</bdi>
      </td>
      <td>{line.handles.map((username) => t('thread.handle', { username })).join(' ')}</td>
    </tr>
  )
}

/** What is left out comes first: it is what there is to mend. */
export function PastePreview({ lines }: { lines: readonly ListLine[] }) {
  const sorted = [...lines.filter(({ stands }) => !stands), ...lines.filter(({ stands }) => stands)]
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('paste.line')}</th>
          <th scope="col">{t('paste.brand')}</th>
          <th scope="col">{t('paste.client')}</th>
          <th scope="col">{t('paste.handles')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((line) => (
          <Row key={line.line} line={line} />
        ))}
      </tbody>
    </table>
  )
}
