/** @file German words about the past of a handle: what reading it costs, how far it is, what came of it. */
import type { Translated } from '../translated.ts'
import type { backfillMessages as english } from '../en/backfill.ts'

export const backfillMessages: Translated<typeof english> = {
  'tag.imported': 'Importiert',

  'backfill.title': 'Frühere Posts von @{username}',
  'backfill.asking': 'Ermittelt, was Früheres kosten würde…',
  'backfill.last-day':
    'Die letzten 24 Stunden sind da: {count, plural, =0 {Nichts braucht Antwort} one {1 Ticket braucht Antwort} other {# Tickets brauchen Antwort}}.',
  'backfill.last-day.reading': 'Die letzten 24 Stunden werden gelesen.',
  'backfill.what':
    'Was älter ist, kommt geschlossen herein: Es lässt sich finden und lesen, hat keine Frist und steht in keinem Bericht. Schreibt der Kunde wieder, braucht es Antwort.',
  'backfill.legend': 'Weiter zurück lesen?',
  'backfill.none': 'Nein, mit den letzten 24 Stunden beginnen',
  'backfill.days':
    '{days} Tage: {posts, plural, one {1 Post} other {# Posts}}{messages, plural, =0 {} one {, 1 Direktnachricht} other {, # Direktnachrichten}}{people, plural, =0 {} one {, der Name von 1 Person} other {, die Namen von # Personen}}: etwa {price}',
  'backfill.counted': 'X hat die Posts gezählt, für {price}; der Rest ist aus dem letzten Tag geschätzt.',
  'backfill.guessed':
    'Dies ist aus dem letzten Tag geschätzt. Mit dem Bearer-Token der App würde X selbst die Posts zählen.',
  'backfill.limits': 'X zeigt höchstens 800 Erwähnungen, 3.200 eigene Posts und 30 Tage Direktnachrichten.',
  'backfill.not-now': 'Nicht jetzt',
  'backfill.begin': 'Beginnen',
  'backfill.start': '{days} Tage lesen, für etwa {price}',
  'backfill.further': 'Weiter zurück lesen',
  'backfill.bar': '{source}, bisher gelesen',
  'backfill.line':
    'Früheres: {state, select, running {{items} gelesen, es geht zurück bis {date}.} paused {{items} gelesen, pausiert auf dem Weg bis {date}.} cancelled {{items} hier, beendet auf dem Weg bis {date}.} other {{items} hier.}} {price} ausgegeben.',
  'backfill.part.items': 'bisher {items}',
  'backfill.part.of': '{items} von etwa {expected}',
  'backfill.part.reached': 'zurück bis {date}',
  'backfill.part.next': '(die nächste Seite erlaubt X um {time})',
  'backfill.part.done': '{items}, alles da',
  'backfill.horizon': '{items}; X zeigt nichts vor dem {date}',
  'backfill.pause': 'Pausieren',
  'backfill.pause.name': 'Lesen früherer Posts von @{username} pausieren',
  'backfill.resume': 'Fortsetzen',
  'backfill.resume.name': 'Lesen früherer Posts von @{username} fortsetzen',
  'backfill.cancel': 'Beenden',
  'backfill.cancel.name': 'Lesen früherer Posts von @{username} beenden',
  'backfill.open': 'Frühere Posts',
  'backfill.entry': 'Früheres von @{username}',
  'backfill.entry.detail': 'Frühere Posts von {brand}',

  'error.backfill.missing':
    'Für dieses Handle wurde noch nichts Früheres angefordert. Öffnen Sie „Marken und Handles“ und wählen Sie, wie weit zurück gelesen wird.',
  'error.backfill.budget':
    'Das Lesen früherer Posts ist pausiert: Vom Budget ist nichts übrig. Was schon da ist, bleibt erhalten. Erhöhen Sie das Budget und setzen Sie dann fort.',
}
