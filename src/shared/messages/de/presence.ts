/** @file German words of notices, tones and quiet hours: how this computer makes itself known. */
import type { Translated } from '../translated.ts'
import type { presenceMessages as english } from '../en/presence.ts'

export const presenceMessages: Translated<typeof english> = {
  'command.column.alert': 'Hinweise auf neue Nachrichten in dieser Spalte',
  'command.column.sound': 'Ton bei neuen Nachrichten in dieser Spalte',
  'command.presence.quiet-hours': 'Ruhezeiten',
  'command.presence.pause': 'Hinweise und Töne eine Stunde aussetzen',
  'command.presence.resume': 'Hinweise und Töne wieder zulassen',
  'command.app.start-at-login': 'Beim Anmelden starten',
  'column.alerts': 'Neue Nachrichten werden mit einem Hinweis gemeldet',
  'column.sounds': 'Neue Nachrichten werden mit einem Ton gemeldet',
  'notice.new.one': 'Neu in {place}',
  'notice.new.many': '{count} neue in {place}',
  'notice.new.group': '{count} in {place}',
  'notice.new.several': '{count} neue Nachrichten',
  'notice.meanwhile.one': 'In der Ruhezeit wurde eine Antwort fällig',
  'notice.meanwhile.many': 'In der Ruhezeit wurden {count} Antworten fällig',
  'quiet.on': 'Auf diesem Computer Ruhe halten',
  'quiet.from': 'Von',
  'quiet.until': 'Bis',
  'quiet.next-day': 'Bis zum nächsten Morgen: Es zählt der Tag, an dem die Ruhe beginnt.',
  'quiet.days': 'An diesen Tagen',
  'quiet.never': 'Wählen Sie einen Tag und ein Ende, das nicht der Beginn ist.',
  'quiet.breaks':
    'Das kommt trotzdem durch: Sicherheitsfragen immer. Von dem, was viele sehen, weil der Absender bekannt ist oder es sich schnell verbreitet: was dringend ist, ein letzter Versuch oder verärgert vor sehr vielen.',
  'quiet.waits':
    'Alles andere löst weder Hinweis noch Ton aus. Verspätete Antworten werden nach der Ruhe zusammen gemeldet; neue Nachrichten stehen in ihren Spalten.',
  'quiet.keep': 'Speichern',
  'quiet.paused': 'Hinweise und Töne sind bis {time} ausgesetzt.',
  'said.quiet.on': 'Ruhe von {from} bis {until}',
  'said.quiet.off': 'Keine Ruhezeiten auf diesem Computer',
  'said.notices.paused': 'Hinweise und Töne sind bis {time} ausgesetzt; was nicht warten kann, kommt durch',
  'said.login.on': 'Switchboard startet, wenn Sie sich anmelden',
  'said.login.off': 'Switchboard startet nicht mehr von selbst',
  'said.login.unchanged':
    'Das System ließ es, wie es war. Was bei der Anmeldung startet, sagen dessen eigene Einstellungen.',
  'said.login.cannot':
    'Dieses Switchboard ist nicht installiert: Das System hat nichts, was es beim Anmelden starten könnte',
  'said.notices.resumed': 'Hinweise und Töne sind wieder da',
}
