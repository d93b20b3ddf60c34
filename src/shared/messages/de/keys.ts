/** @file German words of the page where keys are chosen. */
import type { Translated } from '../translated.ts'
import type { keyMessages as english } from '../en/keys.ts'

export const keyMessages: Translated<typeof english> = {
  'keys.preset': 'Tasten wie in',
  'keys.preset.switchboard': 'Switchboard',
  'keys.preset.gmail': 'Gmail',
  'keys.preset.tweetdeck': 'TweetDeck',
  'keys.preset.vim': 'Vim, mit Zahlen',
  'keys.characters': 'Buchstaben und Zeichen allein',
  'keys.characters.plain': 'lösen Befehle aus',
  'keys.characters.after-leader': 'lösen Befehle nach {leader} aus',
  'keys.characters.off': 'lösen nichts aus (für Spracheingabe)',
  'keys.search': 'Befehle und Tasten durchsuchen',
  'keys.export': 'Als Datei speichern',
  'keys.import': 'Aus Datei laden',
  'keys.reset': 'Alles wie am Anfang',
  'keys.out': '{key} bei „{title}“ entfernen',
  'keys.add': 'Weitere Taste für „{title}“',
  'keys.back': 'Tasten der Vorlage für „{title}“',
  'keys.press': 'Neue Taste drücken…',
  'keys.taken': 'Diese Taste gehört zu: {titles}.',
  'keys.take': 'Dort wegnehmen',
  'keys.trouble.publishes':
    'Was veröffentlicht, braucht Ctrl oder Cmd in der Taste, damit es niemandem versehentlich geschieht.',
  'keys.trouble.reserved': 'Ihr System oder das Schreiben von Text braucht diese Taste.',
  'keys.trouble.closes': 'Esc schließt immer, was offen ist.',
  'said.keys.imported': 'Tasten aus {name} geladen',
}
