/** @file German words of asking customers how it went. */
import type { Translated } from '../translated.ts'
import type { csatMessages as english } from '../en/csat.ts'

export const csatMessages: Translated<typeof english> = {
  'command.csat.ask': 'Kunden fragen, wie es war',
  'csat.text':
    'Wie zufrieden sind Sie mit uns? Bitte antworten Sie mit einer Zahl von 1 (gar nicht) bis 5 (sehr). Schreiben Sie „stop“, und wir fragen nicht mehr.',
  'error.csat.not-now': '{why} Niemand wurde gefragt.',
  'csat.not.off':
    'Diese Marke fragt ihre Kundschaft nicht, wie es war: Die Leitung schaltet das in den Einstellungen der Marke ein.',
  'csat.not.no-dm': 'Gefragt wird nur per Direktnachricht, und hier gibt es kein solches Gespräch.',
  'csat.not.not-theirs': 'Der Kunde hat dieses Gespräch nicht begonnen und wird darum darin nicht gefragt.',
  'csat.not.stop': 'Dieser Kunde möchte nicht gefragt werden.',
  'csat.not.lately': 'Dieser Kunde wurde erst vor Kurzem gefragt.',
  'csat.not.protest': 'Dieses Ticket ist ein Protest; auf den antwortet man nicht mit einer Umfrage.',
  'csat.not.spam': 'Dieses Ticket ist Spam.',
  'csat.not.incident': 'Dieses Ticket gehört zu einem Vorfall.',
  'event.csat.asked': 'Kunde gefragt, wie es war',
  'event.csat.stopped': 'Der Kunde möchte nicht mehr gefragt werden',
  'event.csat.answered-1': 'Antwort des Kunden: 1 von 5',
  'event.csat.answered-2': 'Antwort des Kunden: 2 von 5',
  'event.csat.answered-3': 'Antwort des Kunden: 3 von 5',
  'event.csat.answered-4': 'Antwort des Kunden: 4 von 5',
  'event.csat.answered-5': 'Antwort des Kunden: 5 von 5',
  'settings.section.csat': 'Fragen, wie es war',
  'settings.csat.on': 'Das Team darf Kunden fragen, wie es war',
  'settings.csat.why':
    'Per Direktnachricht, in einem Gespräch, das der Kunde begonnen hat, und nie nach Spam, einem Protest oder einem Vorfall. Eine 1 oder 2 öffnet das Ticket wieder, mit dem Label „unhappy“.',
  'settings.csat.text': 'Was gefragt wird',
  'settings.csat.period': 'Ein Kunde wird höchstens einmal gefragt in',
  'settings.csat.days': '{days, plural, one {# Tag} other {# Tagen}}',
  'settings.csat.summary':
    'Letzte 30 Tage: {asked} gefragt, {answered} mit Antwort, im Mittel {average} von 5.',
  'settings.csat.save': 'Text speichern',
}
