/** @file The strip above the composer: what was answered before to what this customer asks, and ways to use it. */
import { BookOpenText, ChevronDown, ChevronRight, Slash } from 'lucide-react'
import type { SimilarAnswer } from '../../../shared/domain/answers.ts'
import type { TicketDetail } from '../../../shared/domain/ticket.ts'
import { keepAs, wantAnswer } from '../../commands/answers.ts'
import { openTicket } from '../../commands/go.ts'
import { nameOfLanguage } from '../../language.ts'
import { writtenAt } from '../../time.ts'
import { BrandSquare } from '../../ui/BrandSquare.tsx'
import { Button } from '../../ui/Button.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { useCommand, useConsole, useRows, useSession } from '../console-context.ts'
import { useSimilar } from './use-similar.ts'
import styles from './AnsweredBefore.module.css'

type Given = Extract<SimilarAnswer, { kind: 'ticket' }>

/** Where a given answer comes from, and what speaks for it. */
function OfTicket({ answer, brandId }: { answer: Given; brandId: string }) {
  const c = useConsole()
  const sister = useRows((rows) =>
    answer.brandId === brandId ? undefined : rows.brands.find((one) => one.id === answer.brandId),
  )
  const { ticketId, number, at, by, alike, confirmed, question } = answer
  const told = [
    writtenAt(c.now(), at),
    ...(by === null ? [] : [by]),
    ...(alike > 1 ? [t('answers.alike', { count: alike })] : []),
  ]
  return (
    <>
      {confirmed !== null && <Tag tone="good">{t(`answers.confirmed.${confirmed}`)}</Tag>}
      {sister && <BrandSquare initials={sister.initials} fill={sister.fill} />}
      <button
        type="button"
        className={styles['number']}
        aria-label={t('answers.open', { number })}
        onClick={() => openTicket(c, ticketId)}
      >
        {t('pane.number', { number })}
      </button>
      <span className={styles['told']}>{told.join(t('app.separator'))}</span>
      <span className={styles['asked']} dir="auto" title={question}>
        {question}
      </span>
      <span className={styles['keep']}>
        <Button
          look="quiet"
          icon
          aria-label={t('answers.keep-macro', { number })}
          title={t('answers.keep-macro', { number })}
          onClick={() => keepAs(c, 'macro', { ticketId, at })}
        >
          <Slash size={12} aria-hidden="true" />
        </Button>
        <Button
          look="quiet"
          icon
          aria-label={t('answers.keep-page', { number })}
          title={t('answers.keep-page', { number })}
          onClick={() => keepAs(c, 'page', { ticketId, at })}
        >
          <BookOpenText size={12} aria-hidden="true" />
        </Button>
      </span>
    </>
  )
}

function Answer({ answer, n, brandId }: { answer: SimilarAnswer; n: number; brandId: string }) {
  const c = useConsole()
  const isNote = useSession((session) => session.channel === 'note')
  return (
    <li className={styles['answer']}>
      <button
        type="button"
        className={styles['words']}
        dir="auto"
        title={answer.text}
        aria-label={t('answers.insert', { n: n + 1, text: answer.text })}
        aria-disabled={isNote}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => wantAnswer(c, n)}
      >
        {answer.text}
      </button>
      <div className={styles['facts']}>
        {answer.foreign !== null && (
          <Tag tone="warn">{t('answers.foreign', { lang: nameOfLanguage(answer.foreign) })}</Tag>
        )}
        {answer.kind === 'ticket' ? (
          <OfTicket answer={answer} brandId={brandId} />
        ) : (
          <>
            <Tag tone="info">{t(`answers.kind.${answer.kind}`)}</Tag>
            <span className={styles['asked']} dir="auto">
              {answer.kind === 'macro' ? answer.name : answer.title}
            </span>
          </>
        )}
      </div>
    </li>
  )
}

export function AnsweredBefore({ detail }: { detail: TicketDetail }) {
  const { ticketId, brandId } = detail.card
  const isFolded = useSession((session) => session.answersFolded)
  const similar = useSession(({ similar: read, onlyBrandId }) =>
    // What was read under another screen may be another brand's.
    read?.ticketId === ticketId && read.onlyBrand === (onlyBrandId !== null) ? read : null,
  )
  const { run, aria, keys } = useCommand('answer.fold')
  const insert = useCommand('answer.insert')
  useSimilar(detail, !isFolded)
  if (!isFolded && (similar?.answers.length ?? 0) === 0) return null
  const Chevron = isFolded ? ChevronRight : ChevronDown
  return (
    <section className={styles['strip']} aria-label={t('answers.title')}>
      <div className={styles['head']}>
        <button
          type="button"
          className={styles['line']}
          aria-expanded={!isFolded}
          aria-keyshortcuts={aria}
          title={[t('command.answer.fold'), ...keys].join(' ')}
          onClick={run}
        >
          <Chevron size={13} aria-hidden="true" />
          <b>{t('answers.title')}</b>
        </button>
        {!isFolded && (
          <span className={styles['hint']}>{t('answers.hint', { keys: insert.keys[0] ?? '' })}</span>
        )}
      </div>
      {!isFolded && similar && (
        <ol className={styles['answers']}>
          {similar.answers.map((answer, n) => (
            <Answer key={keyOf(answer)} answer={answer} n={n} brandId={brandId} />
          ))}
        </ol>
      )}
    </section>
  )
}

function keyOf(answer: SimilarAnswer): string {
  if (answer.kind === 'ticket') return `${answer.ticketId} ${answer.at}`
  return answer.kind === 'macro' ? answer.macroId : answer.pageId
}
