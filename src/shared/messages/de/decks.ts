/** @file German words of decks and of what is done to their columns. */
import type { Translated } from '../translated.ts'
import type { deckMessages as english } from '../en/decks.ts'

export const deckMessages: Translated<typeof english> = {
  'deck.menu': 'Dieses Deck und andere',
  'deck.create.title': 'Neues Deck',
  'deck.duplicate.title': 'Kopie von „{name}“',
  'deck.rename.title': '„{name}“ umbenennen',
  'deck.name': 'Name',
  'deck.name.hint': 'Ein Auftraggeber, eine Schicht, ein Zweck: wonach Sie es suchen werden.',
  'deck.create.do': 'Deck anlegen',
  'deck.rename.do': 'Umbenennen',
  'deck.copy': '{name} 2',
  'deck.empty': 'Dieses Deck hat noch keine Spalte.',
  'deck.empty.next': 'Fügen Sie Erwähnungen, Tickets ohne Zuständige, einen Vorfall oder eine Suche hinzu.',
  'deck.left': '{title}{of, select, true { von @{handle}} other {}}',
  'said.deck.created': 'Deck „{name}“ ist da',
  'said.deck.some-left': 'Deck „{name}“ ist da, ohne das, was hier niemand liest: {columns}',
  'said.deck.removed': 'Deck „{name}“ entfernt',
  'said.deck.reset': 'Dieses Deck ist wieder wie am Anfang',
  'said.nothing-due': 'Nichts in diesem Deck wartet auf Antwort',
  'said.deck.left-out':
    '{count, plural, one {Gespeichert ohne 1 Spalte, die nur zu diesem Computer gehört} other {Gespeichert ohne # Spalten, die nur zu diesem Computer gehören}}',

  'event.deck.created': 'Deck angelegt',
  'event.deck.renamed': 'Deck umbenannt',
  'event.deck.removed': 'Deck entfernt',
  'event.deck.reset': 'Deck auf den Anfang zurückgesetzt',
  'event.column.added': 'Spalte hinzugefügt',
  'event.column.hidden': 'Spalte entfernt',
  'event.column.moved': 'Spalte verschoben',
  'event.column.styled': 'Darstellung der Spalte geändert',

  'column.order.by.due': 'nach Fälligkeit',
  'column.order.by.newest': 'neueste zuerst',
  'column.order.by.oldest': 'längste Wartezeit zuerst',
  'column.order.by.reach': 'größte Reichweite zuerst',
  'column.menu': 'Mehr zu {title}',
  'column.unfold': '{title} ausklappen',
  'column.new': 'Hinzufügen: {title}',
  'said.column.hidden': '„{title}“ aus diesem Deck entfernt',
  'said.column.hidden.listens':
    '„{title}“ aus diesem Deck entfernt; gelesen wird sie weiter von X (g l beendet das)',
  'incident.column': 'Als Spalte dieses Decks',
  'column.incident': 'Vorfall',
  'column.order.incident': 'neueste zuerst',
  'column.empty.incident': 'Kein Ticket gehört zu diesem Vorfall.',
  'column.empty.incident.next': 'Tickets, die mit {key} aufgenommen werden, stehen hier.',
  'column.person': 'Person',
  'column.order.person': 'neueste zuerst',
  'column.empty.person': 'Von dieser Person ist kein Ticket übrig.',
  'column.empty.person.next': 'Was sie einer Marke schreibt, kommt hierher.',
}
