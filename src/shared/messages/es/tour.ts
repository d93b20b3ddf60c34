/** @file Spanish words of the first steps. */
import type { Translated } from '../translated.ts'
import type { tourMessages as english } from '../en/tour.ts'

export const tourMessages: Translated<typeof english> = {
  'command.tour.start': 'Mostrar los primeros pasos',
  'command.tour.end': 'Terminar los primeros pasos',
  'tour.label': 'Primeros pasos',
  'tour.step': 'Paso {n} de {of}',
  'tour.step.move': 'pasa al siguiente ticket',
  'tour.step.reply': 'lo responde: el botón nombra la cuenta que habla',
  'tour.step.send': 'envía lo que escribió; se retiene un momento antes de salir',
  'tour.step.recall': 'lo recupera antes de que nadie lo vea',
  'tour.tries': 'Ahora intente romperlo:',
  'tour.tries.done': 'Nada de eso salió.',
  'tour.try.number': 'escriba un número de teléfono en una respuesta',
  'tour.try.brand': 'nombre otra marca',
  'tour.try.recall': 'arrepiéntase de un envío',
  'tour.caught.number': 'un número de teléfono: frenado',
  'tour.caught.brand': 'otra marca: frenada',
  'tour.caught.recall': 'un envío: recuperado',
  'tour.skip': 'Omitir',
  'tour.close': 'Cerrar',
  'tour.summary':
    '{count, plural, one {# respondido} many {# respondidos} other {# respondidos}} · mediana de {seconds} s · {keys, plural, one {1 tecla} many {# de teclas} other {# teclas}} · {slips, plural, one {1 desliz} many {# de deslices} other {# deslices}}',
}
