/** @file German words of the practice drill. */
import type { Translated } from '../translated.ts'
import type { drillMessages as english } from '../en/drill.ts'

export const drillMessages: Translated<typeof english> = {
  'command.drill.show': 'Übungsrunde: fünfzig Tickets gegen die Uhr',
  'command.drill.end': 'Übungsrunde beenden',
  'said.drill': 'Die Uhr läuft',
  'drill.title': 'Übungsrunde',
  'drill.why':
    'Fünfzig Nachrichten an vier Marken warten an einem erfundenen Vormittag. Erledigen Sie jede: beantworten, lösen, zurückstellen, oder sagen, dass sie keine Antwort braucht. Die Uhr läuft, bis keine mehr wartet.',
  'drill.counts': 'Was als Fehler zählt',
  'drill.rule.wrong-brand':
    'Falsche Marke: Wörter, Links oder Bilder eines anderen Auftraggebers in einer Antwort, auch wenn ein Schutz sie zurückhält.',
  'drill.rule.leaked-number':
    'Verratene Nummer: jemandes Nummer, Adresse oder Konto in der Öffentlichkeit, auch wenn ein Schutz sie zurückhält.',
  'drill.rule.missed-deadline':
    'Verpasste Frist: eine Antwort, die zu spät kommt. Die ersten sind in wenigen Minuten fällig.',
  'drill.rule.impostor':
    'Fake-Konto: ein Konto, das sich als die Marke ausgibt und nicht gemeldet wird, bevor sein Ticket erledigt ist.',
  'drill.gone':
    'Eine Übungsrunde hat ihre eigene Welt: Was Sie in der jetzigen Übungswelt taten, ist weg, sobald sie beginnt. Der echte Arbeitsbereich bleibt unberührt.',
  'drill.start': 'Uhr starten',
  'drill.again': 'Noch einmal',
  'drill.go-on': 'Weitermachen',
  'drill.leave': 'Zurück zur Übungswelt',
  'drill.end': 'Beenden',
  'drill.clock': 'Zeit',
  'drill.progress': 'Erledigte Tickets',
  'drill.done': '{done} von {total} erledigt',
  'drill.answered': '{count} beantwortet',
  'drill.each': 'je {seconds} s',
  'drill.misses': '{count, plural, =0 {keine Fehler} one {1 Fehler} other {# Fehler}}',
  'drill.score': 'Ergebnis',
  'drill.score.wrong-brand':
    '{count, plural, =0 {Keine Worte eines Auftraggebers im Namen eines anderen} one {Falsche Marke: einmal} other {Falsche Marke: #-mal}}',
  'drill.score.leaked-number':
    '{count, plural, =0 {Niemandes Nummer in der Öffentlichkeit} one {Verratene Nummer: einmal} other {Verratene Nummern: #}}',
  'drill.score.missed-deadline':
    '{count, plural, =0 {Keine Frist verpasst} one {1 Frist verpasst} other {# Fristen verpasst}}',
  'drill.score.impostor':
    '{count, plural, =0 {Kein Fake-Konto übersehen} one {1 Fake-Konto übersehen} other {# Fake-Konten übersehen}}',
  'drill.miss.post': 'in einem neuen Post',
  'drill.miss.caught': 'von einem Schutz zurückgehalten',
}
