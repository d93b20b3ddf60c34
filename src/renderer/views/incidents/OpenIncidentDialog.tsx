/** @file Tickets become an incident, or part of one that goes on. */
import { useState, type FormEvent } from 'react'
import { gather, openIncident } from '../../commands/incident.ts'
import { letGo } from '../../commands/chosen.ts'
import type { IncidentAbout } from '../../state/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { useIncidents } from './use-incidents.ts'
import { WordsFields, wordsOf, type TypedWords } from './WordsFields.tsx'
import { useBrandOfTickets } from './use-brand-of-tickets.ts'
import form from '../../ui/Form.module.css'

const typedAbout = (about: IncidentAbout | null): TypedWords => ({
  title: about?.title ?? '',
  terms: about?.term ?? '',
  statusText: '',
})

export function OpenIncidentDialog({
  ticketIds,
  about,
  onClose,
}: {
  ticketIds: readonly string[]
  about: IncidentAbout | null
  onClose: () => void
}) {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const tally = useBrandOfTickets(ticketIds)
  const { all } = useIncidents(null)
  const [typed, setTyped] = useState(() => typedAbout(about))
  const words = wordsOf(typed)
  const [only, ...others] = tally ?? []
  const brand = brands.find(({ id }) => id === only)
  const going = (all ?? []).filter(({ brandId, overAt }) => brandId === only && overAt === null)
  const show = (incidentId: string) => c.session.setState({ overlay: { kind: 'incidents', incidentId } })
  const open = (event: FormEvent) => {
    event.preventDefault()
    if (!brand || words === null) return
    c.attempt(async () => show((await openIncident(c, brand.id, ticketIds, words)).id))
  }
  if (tally === null) return null
  return (
    <Modal title={t('incident.open.title', { brand: brand?.name ?? '' })} onClose={onClose} look="wide">
      {others.length > 0 || !brand ? (
        <Notice title={t('error.incident.other-brand')} />
      ) : (
        <form className={form['form']} onSubmit={open}>
          <p>{t('incident.open.count', { count: ticketIds.length })}</p>
          {going.length > 0 && (
            <div className={form['actions']}>
              <span>{t('incident.open.into', { count: ticketIds.length })}</span>
              {going.map((one) => (
                <Button
                  key={one.id}
                  onClick={() =>
                    c.attempt(async () => {
                      await gather(c, one, ticketIds)
                      letGo(c)
                      show(one.id)
                    })
                  }
                >
                  {one.title}
                </Button>
              ))}
            </div>
          )}
          <WordsFields typed={typed} onTyped={setTyped} focused />
          <div className={form['actions']}>
            <Button onClick={onClose}>{t('app.cancel')}</Button>
            <Button look="primary" type="submit" disabled={words === null}>
              {t('incident.open.do')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
