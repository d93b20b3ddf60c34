/** @file German words about X's live stream: whether it is there, why not, and what that means for how soon things arrive. */
import type { Translated } from '../translated.ts'
import type { streamMessages as english } from '../en/stream.ts'

export const streamMessages: Translated<typeof english> = {
  'command.stream.take-over': 'Livestream übernehmen',
  'error.stream.busy':
    'Zwei andere Computer halten den Livestream dieser App, und einen dritten erlaubt X nicht. Nichts geht verloren: Dieser Computer fragt X stattdessen etwa jede Minute. Schließen Sie Switchboard auf einem davon, oder übernehmen Sie den Livestream hier.',
  'error.stream.bearer':
    'X nimmt den Bearer-Token der App {app} nicht an. Nichts geht verloren: Alles wird stattdessen etwa jede Minute abgefragt. Geben Sie einen neuen Bearer-Token von console.x.com ein.',
  'stream.app': 'Livestream von {app}:',
  'stream.live': 'Live',
  'stream.live.why': 'X meldet von selbst, binnen einer Sekunde, was dieses Handle betrifft.',
  'stream.asked': 'Regelmäßig abgefragt',
  'stream.asked.why': 'X wird etwa jede Minute gefragt, was dieses Handle betrifft.',
  'stream.take-over.name': 'Livestream von {app} übernehmen',
  'sync.live': 'Live · geprüft bis {time}',
  'said.stream.taken-over':
    'Der Livestream läuft jetzt hier; die anderen Computer fragen X etwa jede Minute.',
}
