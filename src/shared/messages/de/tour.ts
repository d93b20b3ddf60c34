/** @file German words of the first steps. */
import type { Translated } from '../translated.ts'
import type { tourMessages as english } from '../en/tour.ts'

export const tourMessages: Translated<typeof english> = {
  'command.tour.start': 'Erste Schritte zeigen',
  'command.tour.end': 'Erste Schritte beenden',
  'tour.label': 'Erste Schritte',
  'tour.step': 'Schritt {n} von {of}',
  'tour.step.move': 'geht zum nächsten Ticket',
  'tour.step.reply': 'beantwortet es: Die Schaltfläche nennt das Handle, das spricht',
  'tour.step.send': 'sendet, was Sie schrieben; vorher wird es einen Moment zurückgehalten',
  'tour.step.recall': 'nimmt es zurück, bevor jemand es gesehen hat',
  'tour.tries': 'Versuchen Sie jetzt, etwas falsch zu machen:',
  'tour.tries.done': 'Nichts davon kam nach draußen.',
  'tour.try.number': 'eine Telefonnummer in eine Antwort schreiben',
  'tour.try.brand': 'eine andere Marke nennen',
  'tour.try.recall': 'das Senden bereuen',
  'tour.caught.number': 'eine Telefonnummer: aufgehalten',
  'tour.caught.brand': 'eine andere Marke: aufgehalten',
  'tour.caught.recall': 'eine Nachricht: zurückgenommen',
  'tour.skip': 'Überspringen',
  'tour.close': 'Schließen',
  'tour.summary':
    '{count} beantwortet · {seconds} s im Median · {keys, plural, one {1 Taste} other {# Tasten}} · {slips, plural, one {1 Fehlgriff} other {# Fehlgriffe}}',
}
