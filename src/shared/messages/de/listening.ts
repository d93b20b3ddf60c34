/** @file German words of listening: saved searches and lists of a brand, what they would cost, and the posts that they bring. */
import type { Translated } from '../translated.ts'
import type { listeningMessages as english } from '../en/listening.ts'

export const listeningMessages: Translated<typeof english> = {
  'command.listening.manage': 'Beobachtung: Suchen und Listen',
  'said.post-alone':
    'X lässt ein Handle nur denen antworten, die es nennen oder zitieren. {key} antwortet auf diesen Post direkt auf X.',
  'said.answer-on-x': 'In Ihrem Browser öffnet sich X mit einer Antwort auf diesen Post.',

  'post.pane.title': 'Ein Post aus der Beobachtung',
  'post.pane.ours': 'Ein eigener Post',
  'post.ours':
    '{handle} hat das geschrieben. Wer darauf antwortet, kommt mit den Erwähnungen herein; bearbeitet und gelöscht wird es bei den eigenen Posts.',
  'post.pane.gone': 'Dieser Post ist nicht mehr in seiner Spalte.',
  'post.pane.close': 'Post schließen',
  'post.why':
    'Niemand hat hier {handles} gefragt: Der Post nennt und zitiert es nicht, und ohne das lässt X kein Programm antworten. Sie können auf X selbst antworten; prüfen Sie dort, als wer Sie angemeldet sind.',

  'listening.title': 'Beobachtung von {name}',
  'listening.brand': 'Welche Marke beobachtet?',
  'listening.open': 'Beobachtung',
  'listening.open.name': 'Beobachtung von {name}',
  'listening.why':
    'Was über die Marke geschrieben wird, ohne sie zu nennen, was über andere gesagt wird, was eine Liste von Konten postet. Jedes bekommt eine Spalte im Deck von {name}. X berechnet jeden Post, der kommt, und den Namen jeder Person, die hier neu ist.',
  'listening.none': 'Noch wird nichts beobachtet.',
  'listening.no-handle':
    'Kein Handle von {name} ist angemeldet. Verbinden Sie zuerst eines: Darüber wird X gefragt.',
  'listening.add': 'Hinzufügen',
  'listening.add.title': 'Etwas Neues beobachten',
  'listening.edit': 'Bearbeiten',
  'listening.edit.name': '{name} bearbeiten',
  'listening.edit.title': '{name} ändern',
  'listening.remove': 'Entfernen',
  'listening.remove.name': '{name} entfernen',
  'listening.remove.question':
    '{name} entfernen? Die Spalte verschwindet; Posts, die zu Tickets wurden, bleiben.',
  'listening.keep': 'Behalten',
  'listening.kind': 'Was beobachtet wird',
  'listening.kind.search': 'Eine Suche',
  'listening.kind.list': 'Eine Liste auf X',
  'listening.name': 'Name der Spalte',
  'listening.query': 'Suche, in der Schreibweise von X',
  'listening.query.count': '{length} von {most}',
  'listening.query.help':
    'Wörter nebeneinander müssen alle vorkommen. OR zwischen Wörtern, "genauer Ausdruck", -ohne-dies, from:handle, @handle, #tag, lang:en, -is:retweet, has:media.',
  'listening.query.long': 'X nimmt höchstens {most} Zeichen: {over} zu viel.',
  'listening.list': 'Adresse oder Nummer der Liste',
  'listening.list.help': 'Wie in https://x.com/i/lists/1234567890. Das Handle muss die Liste sehen können.',
  'listening.list.wrong': 'Das ist keine Adresse einer Liste: Sie endet mit ihrer Nummer.',
  'listening.preview': 'Vorschau',
  'listening.preview.paid': 'Eine Vorschau liest die neuesten {count} Posts, für höchstens {price}.',
  'listening.preview.asking': 'X wird gefragt…',
  'listening.preview.result':
    '{exact, select, true {In der letzten Woche} other {Nach den neuesten zu urteilen}}: {posts} am Tag, {price} am Tag für die Posts. Diese Vorschau kostete {paid}.',
  'listening.preview.nothing': 'X hat nichts gefunden. Diese Vorschau kostete nichts.',
  'listening.preview.posts':
    '{count, plural, =0 {weniger als ein Post} one {etwa 1 Post} other {etwa # Posts}}',
  'listening.save': 'Speichern',
  'listening.again': 'Eine andere Suche beginnt neu; was die alte brachte, bleibt in der Spalte.',
  'listening.sign-in':
    'Listen brauchen eine Anmeldung, die deren Lesen erlaubt. @{username} wurde davor verbunden: Verbinden Sie es neu.',
  'said.listening': '{name} wird beobachtet. Die Spalte steht im Deck von {brand}.',
  'said.listening.removed': '{name} wird nicht mehr beobachtet.',
  'column.total.posts':
    '{count, plural, one {1 Post} other {# Posts}}{many, select, true { oder mehr} other {}}',
}
