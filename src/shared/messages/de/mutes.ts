/** @file German words of mutes: what columns leave out, for a time or for good. */
import type { Translated } from '../translated.ts'
import type { muteMessages as english } from '../en/mutes.ts'

export const muteMessages: Translated<typeof english> = {
  'command.column.show-muted': 'Stummgeschaltetes in dieser Spalte zeigen oder verbergen',
  'command.mute.person': 'Person in Spalten stummschalten',
  'command.mute.here': 'Etwas in dieser Spalte stummschalten',
  'command.mute.list': 'Stummschaltungen: was Spalten auslassen',
  'column.muted':
    '{many, select, true {Mindestens } other {}}{count, plural, one {1 stummgeschaltet} other {# stummgeschaltet}}',
  'column.muted.shown':
    '{many, select, true {Mindestens } other {}}{count, plural, one {1 Stummgeschaltetes wird gezeigt} other {# Stummgeschaltete werden gezeigt}}',
  'column.muted.show': 'Zeigen',
  'column.muted.hide': 'Wieder verbergen',
  'column.muted.all': 'Alles hier ist stummgeschaltet.',
  'column.muted.all.next': 'Es wartet wie zuvor. Dringendes und bald Fälliges wird trotzdem gezeigt.',
  'mute.title': 'Stummschaltungen',
  'mute.why':
    'Spalten lassen Stummgeschaltetes aus und sagen, wie viel. Zähler, Fristen und Hinweise bleiben, auf X ändert sich nichts, und was dringend ist, die Sicherheit betrifft oder bald fällig wird, erscheint trotzdem.',
  'mute.none': 'Nichts ist stummgeschaltet.',
  'mute.what': 'Was',
  'mute.kind.word': 'Wörter',
  'mute.kind.person': 'Person',
  'mute.kind.source': 'Suche oder Liste',
  'mute.field.word': 'Ein Wort oder mehrere in dieser Folge',
  'mute.field.person': 'Handle',
  'mute.field.source': 'Welche',
  'mute.where': 'Wo',
  'mute.everywhere': 'Alle Spalten',
  'mute.nowhere': 'Eine Spalte, die nicht mehr gezeigt wird',
  'mute.place': '{column} ({deck})',
  'mute.until.label': 'Bis',
  'mute.until.examples': 'Leer heißt auf Dauer. Zum Beispiel: 2h, fr 9, morgen.',
  'mute.until.unknown': 'Das nennt keine Zeit in der Zukunft. Zum Beispiel: 2h, fr 9, morgen.',
  'mute.until': 'Bis {at}',
  'mute.for-good': 'Auf Dauer',
  'mute.by': 'von {name}',
  'mute.words': '„{words}“',
  'mute.add': 'Stummschalten',
  'mute.remove': 'Beenden',
  'mute.remove.name': 'Stummschaltung beenden: {name}',
  'said.mute.added': '{name} ist stummgeschaltet',
  'said.mute.removed': '{name} ist nicht mehr stummgeschaltet',
  'event.mute.added': 'In Spalten stummgeschaltet',
  'event.mute.removed': 'Stummschaltung beendet',
  'event.mute.ended': 'Zeit einer Stummschaltung abgelaufen',
  'error.mute.nobody':
    'Niemand, der hier geschrieben hat, heißt @{username}. Nichts wurde stummgeschaltet. Prüfen Sie das Handle.',
  'error.mute.too-many':
    'Es gibt schon {most} Stummschaltungen. Nichts wurde stummgeschaltet. Beenden Sie zuerst eine.',
}
