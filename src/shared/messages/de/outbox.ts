/** @file German words about outgoing work: what it is, where it stands, why it asks, what a handle may not do. */
import type { Translated } from '../translated.ts'
import type { outboxMessages as english } from '../en/outbox.ts'

export const outboxMessages: Translated<typeof english> = {
  'job.stopped': 'Gestoppt',
  'job.ask': 'Fragt zuerst',

  'kind.reply': 'Antwort',
  'kind.chain': 'Post-Kette',
  'kind.dm': 'Direktnachricht',
  'kind.post': 'Post',
  'kind.hide': 'Antwort ausblenden',
  'kind.unhide': 'Antwort wieder einblenden',
  'kind.delete': 'Post löschen',
  'kind.repost': 'Repost',
  'kind.unrepost': 'Repost zurücknehmen',
  'kind.bookmark': 'Lesezeichen',
  'kind.unbookmark': 'Lesezeichen entfernen',
  'kind.mute': 'Stummschalten',
  'kind.unmute': 'Stummschaltung aufheben',
  'kind.edit': 'Post bearbeiten',

  'ask.answered-here': 'Inzwischen hat jemand aus dieser Konsole geantwortet.',
  'ask.answered-elsewhere': 'Inzwischen hat die Marke mit einem anderen Werkzeug geantwortet.',
  'ask.customer-wrote': 'Der Kunde hat noch einmal geschrieben.',
  'ask.target-deleted': 'Den Post gibt es auf X nicht mehr.',
  'ask.target-edited': 'Der Post wurde bearbeitet.',
  'ask.account-changed': 'Das Handle wurde neu verbunden oder umbenannt.',
  'ask.signed-out': 'Das Handle muss zuerst neu verbunden werden.',
  'ask.late': 'Die geplante Zeit ist seit mehr als zehn Minuten vorbei.',
  'ask.incident': 'Ein Vorfall dieser Marke ist offen.',

  'act.unseen': 'Dieses Handle bekam diesen Post nie zu sehen.',
  'act.not-ours': 'Nur eigene Posts lassen sich löschen oder bearbeiten.',
  'act.no-reply': 'Nur Antworten anderer lassen sich ausblenden.',
  'act.not-our-conversation': 'X blendet Antworten nur in Gesprächen aus, die das Handle begonnen hat.',
  'act.is-reply': 'X bearbeitet keine Antworten an andere.',
  'act.no-premium': 'X bearbeitet nur Posts von Premium-Handles.',
  'act.edit-over': 'X bearbeitet einen Post nur eine Stunde lang und bis zu fünfmal.',

  'event.post.held': 'Post zurückgehalten',
  'event.post.published': 'Post gesendet',
  'event.post.deleted': 'Post gelöscht',
  'event.post.edited': 'Post bearbeitet',
  'event.post.hidden': 'Antwort ausgeblendet',
  'event.post.unhidden': 'Antwort wieder eingeblendet',
  'event.post.reposted': 'Repostet',
  'event.post.unreposted': 'Repost zurückgenommen',
  'event.post.bookmarked': 'Lesezeichen gesetzt',
  'event.post.unbookmarked': 'Lesezeichen entfernt',
  'event.person.muted': 'Kunde stummgeschaltet',
  'event.person.unmuted': 'Stummschaltung aufgehoben',
  'event.action.held': 'Aktion zurückgehalten',
  'event.action.recalled': 'Aktion zurückgenommen',

  'refusal.already': 'Auf X ist das schon so.',
  'said.undone.priced': 'X hat es getan. Das Zurücknehmen kostet Geld.',

  'error.job.final': 'X bietet keinen Weg, dies zurückzunehmen. Nichts wurde geändert.',
  'error.outbox.undecided':
    '{count, plural, one {Eine gestoppte Nachricht wartet} other {# gestoppte Nachrichten warten}} noch auf eine Entscheidung, der Stopp bleibt daher. Senden Sie jede, planen Sie sie neu oder verwerfen Sie sie; heben Sie dann den Stopp der Marke auf.',
  'error.schedule.past':
    'Diese Zeit ist vorbei. Nichts wurde geplant; Ihr Text bleibt erhalten. Wählen Sie eine spätere.',
  'error.handle.missing':
    'Dieses Handle ist nicht mehr verbunden. Nichts wurde geändert. Verbinden Sie es, oder wählen Sie ein anderes.',
  'error.post.not-allowed':
    '{why} Nichts wurde geändert. Öffnen Sie den Post auf X, wenn es dort getan werden muss.',
}
