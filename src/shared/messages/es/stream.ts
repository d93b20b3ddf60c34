/** @file Spanish words about X's live stream: whether it is there, why not, and what that means for how soon things arrive. */
import type { Translated } from '../translated.ts'
import type { streamMessages as english } from '../en/stream.ts'

export const streamMessages: Translated<typeof english> = {
  'command.stream.take-over': 'Asumir el flujo en tiempo real',
  'error.stream.busy':
    'Otros dos dispositivos mantienen el flujo de esta app, y X no permite un tercero. No se pierde nada: este dispositivo pregunta a X cada minuto más o menos. Cierre Switchboard en uno de ellos o asuma el flujo aquí.',
  'error.stream.bearer':
    'X no acepta el token bearer de la app {app}. No se pierde nada: todo se pregunta cada minuto más o menos. Introduzca un token bearer nuevo de console.x.com.',
  'stream.app': 'Flujo en tiempo real de {app}:',
  'stream.live': 'En tiempo real',
  'stream.live.why': 'X avisa por sí mismo, en menos de un segundo, de lo que ocurre con esta cuenta.',
  'stream.asked': 'Consulta periódica',
  'stream.asked.why': 'Cada minuto más o menos se pregunta a X qué ocurrió con esta cuenta.',
  'stream.take-over.name': 'Asumir el flujo en tiempo real de {app}',
  'sync.live': 'Tiempo real · revisado hasta {time}',
  'said.stream.taken-over':
    'El flujo en tiempo real llega ahora aquí; los otros dispositivos preguntan a X cada minuto más o menos.',
}
