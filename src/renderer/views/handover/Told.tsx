/**
 * @file What waits, brand by brand, and the rows of the line that is open. By keys: J and K go through lines or rows,
 * Enter opens, the arrows change sides, C takes over, and the key of the most urgent starts.
 */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { CommandId } from '../../../shared/commands.ts'
import type { HandoverView } from '../../../shared/domain/handover.ts'
import { confirmHandover, openHandoverRow, startFromHandover } from '../../commands/handover.ts'
import { keysOf } from '../../commands/key-label.ts'
import { chordsOf, pressOf } from '../../commands/keys.ts'
import { keymapOf } from '../../state/rows.ts'
import { fullTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useCommand, useConsole, useRows, useSession } from '../console-context.ts'
import { BrandLines } from './BrandLines.tsx'
import type { Mode } from './HandoverDialog.tsx'
import { LineRows } from './LineRows.tsx'
import { ShareButtons } from './ShareButtons.tsx'
import { step, stopsIn } from './stops.ts'
import { useLineRows, type OpenLine } from './use-handover.ts'
import styles from './Handover.module.css'

/** Heard on this page alone. */
const confirmKey = 'c'

/** What a press stands for, in the keys of who sits here. */
function usePressed(): (event: KeyboardEvent) => { chords: string[]; is: (id: CommandId) => boolean } {
  const mac = useSession((session) => session.info?.platform === 'mac')
  const keymap = useRows(keymapOf)
  return (event) => {
    const chords = chordsOf(pressOf(event.nativeEvent), mac)
    return { chords, is: (id) => keysOf(keymap, id).some((key) => chords.includes(key)) }
  }
}

type Ways = { isWhole: boolean; onConfirm: () => void; onMode: (mode: Mode) => void }

function Footer({ isWhole, onConfirm, onMode }: Ways) {
  const c = useConsole()
  const urgent = useCommand('ticket.most-urgent')
  return (
    <footer className={styles['footer']}>
      <Button look="primary" onClick={() => startFromHandover(c)} aria-keyshortcuts={urgent.aria}>
        {t('handover.start')} <Kbd keys={urgent.keys} />
      </Button>
      <Button onClick={onConfirm} aria-keyshortcuts={confirmKey}>
        {t('handover.confirm')} <Kbd keys={[confirmKey.toUpperCase()]} />
      </Button>
      {isWhole && <Button onClick={() => onMode('leave')}>{t('handover.leave')}</Button>}
    </footer>
  )
}

type Props = {
  view: HandoverView
  /** The lines: whoever has lost the focus goes on there. */
  first: RefObject<HTMLDivElement | null>
  readAgain: () => void
  onMode: (mode: Mode) => void
}

export function Told({ view, first, readAgain, onMode }: Props) {
  const c = useConsole()
  const pressed = usePressed()
  // What is left or saved is of all brands.
  const isWhole = useSession((session) => session.onlyBrandId === null)
  const rows = useRef<HTMLDivElement>(null)
  /** Whoever opened a line goes on in its rows. */
  const wantsRows = useRef(false)
  const [chosen, choose] = useState<Omit<OpenLine, 'sinceAt'> | null>(null)
  const { sinceAt, isFirst, brands } = view
  const open = useMemo(() => (chosen === null ? null : { ...chosen, sinceAt }), [chosen, sinceAt])
  const read = useLineRows(open)

  const confirm = () =>
    c.attempt(async () => {
      const waiting = brands.flatMap(({ words }) => words.filter(({ takenAt }) => takenAt === null))
      await confirmHandover(
        c,
        waiting.map(({ id }) => id),
      )
      readAgain()
    })
  const keyDown = (event: KeyboardEvent): void => {
    const { chords, is } = pressed(event)
    const here = rows.current?.contains(document.activeElement) ? rows.current : first.current
    const shown = first.current?.querySelector<HTMLElement>('[aria-pressed=true]')
    if (is('row.next')) step(here, 1)
    else if (is('row.previous')) step(here, -1)
    else if (chords.includes('ArrowRight')) stopsIn(rows.current)[0]?.focus()
    else if (chords.includes('ArrowLeft')) (shown ?? stopsIn(first.current)[0])?.focus()
    else if (is('ticket.most-urgent')) startFromHandover(c)
    else if (chords.includes(confirmKey)) confirm()
    else return
    event.preventDefault()
  }

  // The dialog gives the focus to its first field, after this is drawn.
  useEffect(() => {
    const frame = requestAnimationFrame(() => (stopsIn(first.current)[0] ?? first.current)?.focus())
    return () => cancelAnimationFrame(frame)
  }, [first])
  useEffect(() => {
    if (read === null || !wantsRows.current) return
    wantsRows.current = false
    stopsIn(rows.current)[0]?.focus()
  }, [read])

  return (
    <div className={styles['page']} onKeyDown={keyDown}>
      <div className={styles['since']}>
        <p>{t(isFirst ? 'handover.first' : 'handover.since', { at: fullTime(sinceAt) })}</p>
        {isWhole && <ShareButtons view={view} onTakeIn={() => onMode('take-in')} />}
      </div>
      <div className={styles['areas']}>
        <div
          ref={first}
          className={styles['lines']}
          role="region"
          aria-label={t('handover.lines')}
          tabIndex={-1}
        >
          {brands.length === 0 && <Notice title={t('handover.nothing')} />}
          {brands.map((of) => (
            <BrandLines
              key={of.brandId}
              of={of}
              open={chosen?.brandId === of.brandId ? chosen.line : null}
              onOpen={(line) => {
                wantsRows.current = true
                choose({ brandId: of.brandId, line })
              }}
            />
          ))}
        </div>
        <div
          ref={rows}
          className={styles['rows']}
          role="region"
          aria-label={t('handover.rows')}
          tabIndex={-1}
        >
          {open === null && <Notice title={t('handover.rows.none')} />}
          {read && <LineRows read={read} onOpen={(row) => openHandoverRow(c, row)} />}
        </div>
      </div>
      <Footer isWhole={isWhole} onConfirm={confirm} onMode={onMode} />
    </div>
  )
}
