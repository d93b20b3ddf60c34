/** @file German words for answering well: macros, sign-offs, moving to direct messages, checklists. */
import type { Translated } from '../translated.ts'
import type { replyingMessages as english } from '../en/replying.ts'

export const replyingMessages: Translated<typeof english> = {
  'command.reply.macro': 'Makro einfügen',
  'command.reply.emoji': 'Emoji einfügen',
  'command.macro.manage': 'Makros einer Marke',

  'mention.pick': 'Personen zum Erwähnen',
  'mention.conversation': 'in dieser Unterhaltung',
  'mention.customer': 'schrieb schon',
  'mention.own': 'eigenes Handle',

  'emoji.pick': 'Emoji',
  'emoji.search': 'Emoji nach Namen suchen',
  'emoji.none': 'Kein Emoji heißt „{query}“.',

  'macro.pick': 'Makros',
  'macro.pick.none': 'Kein Makro von {brand} passt zu „{query}“.',
  'macro.pick.empty': '{brand} hat noch keine Makros: {keys} legt das erste an.',
  'macro.unfilled': 'Ohne Wert, darum noch nicht gesendet: {names}',
  'macro.with': 'Sobald auf X',
  'macro.with.off': 'Senden ohne: {what}',
  'macro.does.pending': 'wartend',
  'macro.does.on-hold': 'angehalten',
  'macro.does.solved': 'gelöst',
  'macro.does.tag': 'Label {tag}',
  'macro.does.snooze': '{hours, plural, one {# Stunde} other {# Stunden}} zurückgestellt',
  'macro.does.snooze-days': '{days, plural, one {# Tag} other {# Tage}} zurückgestellt',
  'macro.does.snooze-reply': 'zurückgestellt, bis Kunde schreibt',
  'macro.does.snooze-both': '{snooze}, oder bis Kunde schreibt',

  'macros.title': 'Makros von {name}',
  'macros.brand': 'Makros: welche Marke?',
  'macros.why':
    'Tippen Sie im Eingabefeld eines Tickets von {name} einen / und ein Wort, um eines einzusetzen. Bei einer anderen Marke erscheinen sie nie.',
  'macros.search': 'Makros durchsuchen',
  'macros.none': 'Kein Makro passt zu „{query}“.',
  'macros.used': '{used, plural, =0 {noch nie verwendet} one {einmal verwendet} other {#-mal verwendet}}',
  'macros.last-used': 'zuletzt {at}',
  'macros.new': 'Neues Makro',
  'macros.edit': 'Bearbeiten',
  'macros.edit.name': '„{name}“ bearbeiten',
  'macros.remove': 'Entfernen',
  'macros.remove.name': '„{name}“ entfernen',
  'macros.import': 'Importieren…',
  'macros.export': 'Exportieren…',
  'macros.form.new': 'Neues Makro',
  'macros.form.edit': '„{name}“',
  'macros.form.name': 'Name',
  'macros.form.shortcut': 'Kürzel, nach / getippt',
  'macros.form.lang': 'Sprache (zwei Buchstaben; leer: jede)',
  'macros.form.text': 'Text',
  'macros.form.variable': 'Wert einsetzen…',
  'macros.form.fallback': 'Ein Wort nach einem senkrechten Strich springt ein, wo der Wert fehlt:',
  'macros.form.unknown': 'Kein Wert heißt {name}.',
  'macros.form.unclosed': 'Eine geschweifte Klammer ist nicht geschlossen.',
  'macros.form.actions': 'Sobald X die Nachricht hat',
  'macros.form.status': 'Status',
  'macros.form.status.as-is': 'wie ohne Makro: wartend',
  'macros.form.tags': 'Labels, mit Kommas',
  'macros.form.snooze': 'Zurückstellen',
  'macros.form.snooze.none': 'nein',
  'macros.form.snooze.reply': 'bis der Kunde schreibt',
  'macros.form.snooze.hours': 'für {hours, plural, one {# Stunde} other {# Stunden}}',
  'macros.form.snooze.days': 'für {days, plural, one {# Tag} other {# Tage}}',
  'macros.form.for-reply': 'oder bis der Kunde schreibt, je nachdem, was zuerst kommt',
  'macros.form.shortcut.bad': 'Nur Buchstaben, Ziffern und Bindestriche.',
  'macros.form.lang.bad': 'Zwei oder drei Buchstaben, etwa en oder pt.',
  'macros.form.save': 'Speichern',
  'said.macro.saved': '„{name}“ gespeichert für {brand} · z nimmt es zurück',
  'said.macro.removed': '„{name}“ bei {brand} entfernt · z holt es zurück',

  'settings.section.signOff': 'Signatur',
  'settings.sign-off.public': 'Unter öffentlichen Antworten',
  'settings.sign-off.dm': 'Unter Direktnachrichten',
  'settings.sign-off.text': 'Signatur',
  'settings.sign-off.why':
    'Sie wird einmal angefügt, unter dem letzten Post einer Kette, und zählt zur Länge. Die Initialen sind die der Person, die hier sitzt.',
  'settings.sign-off.example': 'Jo Doe würde so unterschreiben: {words}',
  'sign-off.follows': '{words} wird angefügt',
  'sign-off.nobody': 'Niemand hat gesagt, wer hier ist, darum hat {form} keinen Wert: {keys} fragt.',

  'command.reply.move-to-dm': 'Um Fortsetzung per DM bitten',
  'settings.section.moveToDm': 'Wechsel zu DM',
  'settings.move-to-dm.text': 'Der Satz, der öffentlich darum bittet',
  'settings.move-to-dm.link': 'Link von X anfügen, der die Nachricht öffnet',
  'settings.move-to-dm.price': 'Mit Link berechnet X für die Antwort eventuell {with} statt {without}.',
  'settings.move-to-dm.encrypted':
    'Die Direktnachrichten dieser Marke sind verschlüsselt (X Chat): Switchboard kann nicht lesen, was Kunden dort schreiben, und fügt keinen Link an.',
  'settings.move-to-dm.why':
    'd schreibt ihn, wo der Kunde noch keine Direktnachricht geschrieben hat. Ist er gesendet, öffnet sich die DM-Seite.',
  'said.move-to-dm': 'In die öffentliche Antwort geschrieben; ist sie gesendet, öffnet sich die DM-Seite',
  'said.move-to-dm.no-public': 'Dieses Ticket hat keinen öffentlichen Post, der sich beantworten ließe',
  'said.move-to-dm.waits':
    'In die öffentliche Antwort geschrieben; die Direktnachricht des Kunden kommt hier zu diesem Ticket',
  'said.move-to-dm.encrypted':
    'In die öffentliche Antwort geschrieben, doch die Direktnachrichten dieses Handles sind verschlüsselt: Lesen Sie sie in X Chat',

  'command.playbook.show': 'Checkliste für diese Art Nachricht',
  'playbook.line': '{category}: {done} von {all}',
  'settings.section.playbooks': 'Checklisten',
  'settings.playbooks.why':
    'Eine kurze Checkliste für jede Art von Nachricht, neben dem Text, damit der Ablauf derselbe ist, egal wer antwortet.',
  'settings.playbooks.category': 'Für',
  'settings.playbooks.option':
    '{category} ({steps, plural, =0 {keine Schritte} one {# Schritt} other {# Schritte}})',
  'settings.playbooks.steps': 'Schritte, einer pro Zeile; leer: nichts wird gezeigt',
  'settings.playbooks.bad': 'Höchstens zwölf Schritte mit je 160 Zeichen.',
  'event.playbook.ticked': 'Schritt der Checkliste abgehakt oder zurückgenommen',

  'command.brand.voice': 'Sprachprofil der Marke',
  'settings.section.voice': 'Sprachprofil',
  'voice.title': 'So klingt {name}',
  'voice.brand': 'Sprachprofil: welche Marke?',
  'voice.tone': 'Ton',
  'voice.address': 'Anrede',
  'voice.address.either': 'wie der Kunde',
  'voice.address.formal': 'förmlich (Sie, vous, usted)',
  'voice.address.informal': 'vertraut (du, tu, tú)',
  'voice.emoji': 'Emojis',
  'voice.emoji.either': 'nichts festgelegt',
  'voice.emoji.never': 'nie',
  'voice.emoji.sparing': 'sparsam',
  'voice.emoji.free': 'gern',
  'voice.never-say': 'Sagt nie',
  'voice.never-say.lines': 'Sagt nie (ein Wort oder Ausdruck pro Zeile)',
  'voice.escalation': 'Wenn es brennt, fragen',
  'voice.none': 'Für {name} ist noch nichts festgelegt.',
  'voice.edit': 'Ändern',

  'event.macro.done': 'Makro hat Label gesetzt oder zurückgestellt',

  'error.macro.missing':
    'Dieses Makro gibt es bei dieser Marke nicht. Ihr Text bleibt erhalten. Wählen Sie ein anderes.',
  'error.macro.unknown':
    'Das Makro „{macro}“ nennt {name}; diesen Wert gibt es nicht. Nichts wurde gespeichert. Berichtigen Sie es und speichern Sie noch einmal.',
  'error.macro.taken':
    'Das Makro „{name}“ hat diesen Namen oder dieses Kürzel schon. Nichts wurde gespeichert. Wählen Sie etwas anderes.',
  'error.macro.unfilled':
    'Nicht gesendet: {names} hat in dieser Nachricht keinen Wert. Ihr Text bleibt erhalten. Schreiben Sie die Worte selbst, oder nehmen Sie die Klammern heraus.',
}
