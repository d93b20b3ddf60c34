/** @file A client's logo and colour: chosen, seen as they will stand, kept. */
import { useEffect, useState } from 'react'
import type { LogoChange, ScheduleView } from '../../../shared/domain/report-delivery.ts'
import { Failure } from '../../../shared/errors.ts'
import { chooseFile } from '../../state/choose-file.ts'
import { drawnLook, isForWords, logoFrom, type DrawnLook } from '../../state/client-look.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { lookStyle, PaperHead } from './PaperHead.tsx'
import styles from './Delivery.module.css'
import report from './Reports.module.css'

/** As it is kept; null until it is read. */
function useLook({ brandIds }: ScheduleView): DrawnLook | null {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads.session)
  const [look, setLook] = useState<DrawnLook | null>(null)
  const key = brandIds.join()
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const kept = await c.call('client.look', { brandIds: key.split(',') })
      const drawn = kept && (await drawnLook(kept))
      if (!gone) setLook(drawn)
    })
    return () => {
      gone = true
    }
  }, [c, key, reads])
  return look
}

function Sheet({ look, name }: { look: DrawnLook; name: string }) {
  return (
    <div
      className={styles['sheet']}
      style={lookStyle(look)}
      role="group"
      aria-label={t('report.look.preview')}
    >
      <PaperHead look={look}>
        <strong dir="auto">{name}</strong>
      </PaperHead>
      <div className={styles['bar']} />
    </div>
  )
}

/** What is used where nobody chose a colour yet. */
const firstAccent = '#1a5fb4'

export function LookFields({ client }: { client: ScheduleView }) {
  const kept = useLook(client)
  return kept && <KeptLook key={kept.accent} client={client} kept={kept} />
}

function KeptLook({ client, kept }: { client: ScheduleView; kept: DrawnLook }) {
  const c = useConsole()
  const [accent, setAccent] = useState(kept.accent)
  const set = (accent: string | null, logo: LogoChange) =>
    c.attempt(async () => {
      await c.call('client.set-look', { clientId: client.clientId, accent, logo })
      c.say(t('said.look-kept'))
    })
  const takeLogo = () =>
    c.attempt(async () => {
      const file = await chooseFile('image/png,image/jpeg')
      if (!file) return
      const bytes = await logoFrom(file)
      if (bytes === null) throw new Failure('logo.type', {})
      set(kept.accent, { do: 'take', bytes })
    })
  return (
    <section className={styles['part']}>
      <h3>{t('report.look')}</h3>
      <div className={styles['row']}>
        <Button onClick={takeLogo}>{t('report.look.choose')}</Button>
        {kept.logo && (
          <Button onClick={() => set(kept.accent, { do: 'remove' })}>{t('report.look.remove')}</Button>
        )}
      </div>
      <div className={styles['row']}>
        <label className={styles['row']}>
          {t('report.look.accent')}
          <input
            type="color"
            value={accent ?? firstAccent}
            onChange={(event) => setAccent(event.target.value)}
          />
        </label>
        <Button
          disabled={accent === null || accent === kept.accent}
          onClick={() => set(accent, { do: 'keep' })}
        >
          {t('report.look.keep')}
        </Button>
        {kept.accent !== null && (
          <Button
            onClick={() => {
              setAccent(null)
              set(null, { do: 'keep' })
            }}
          >
            {t('report.look.no-accent')}
          </Button>
        )}
      </div>
      {accent !== null && !isForWords(accent) && <p className={report['why']}>{t('report.look.pale')}</p>}
      <Sheet look={{ ...kept, accent }} name={client.clientName} />
    </section>
  )
}
