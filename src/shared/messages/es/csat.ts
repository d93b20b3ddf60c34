/** @file Spanish words of asking customers how it went. */
import type { Translated } from '../translated.ts'
import type { csatMessages as english } from '../en/csat.ts'

export const csatMessages: Translated<typeof english> = {
  'command.csat.ask': 'Preguntar al cliente cómo fue',
  'csat.text':
    '¿Qué tal lo hicimos? Responda, por favor, con un número del 1 (mal) al 5 (muy bien). Escriba «stop» y no preguntaremos más.',
  'error.csat.not-now': '{why} No se preguntó a nadie.',
  'csat.not.off': 'Esta marca no pregunta a sus clientes cómo fue: un supervisor lo activa en sus ajustes.',
  'csat.not.no-dm':
    'A los clientes solo se les pregunta por mensaje directo, y aquí no hay esa conversación.',
  'csat.not.not-theirs': 'El cliente no inició esta conversación, así que no se le pregunta en ella.',
  'csat.not.stop': 'Este cliente pidió que no se le pregunte.',
  'csat.not.lately': 'A este cliente se le preguntó hace poco.',
  'csat.not.protest': 'Este ticket es una protesta y no se responde con una encuesta.',
  'csat.not.spam': 'Este ticket es spam.',
  'csat.not.incident': 'Este ticket pertenece a una incidencia.',
  'event.csat.asked': 'Encuesta al cliente enviada',
  'event.csat.stopped': 'El cliente no quiere más encuestas',
  'event.csat.answered-1': 'Respuesta del cliente: 1 de 5',
  'event.csat.answered-2': 'Respuesta del cliente: 2 de 5',
  'event.csat.answered-3': 'Respuesta del cliente: 3 de 5',
  'event.csat.answered-4': 'Respuesta del cliente: 4 de 5',
  'event.csat.answered-5': 'Respuesta del cliente: 5 de 5',
  'settings.section.csat': 'Preguntar cómo fue',
  'settings.csat.on': 'Los agentes pueden preguntar a un cliente cómo fue',
  'settings.csat.why':
    'Por mensaje directo, en una conversación que inició el cliente, y nunca tras spam, una protesta o una incidencia. Un 1 o un 2 reabre el ticket con la etiqueta «unhappy».',
  'settings.csat.text': 'Qué se pregunta',
  'settings.csat.period': 'A un cliente se le pregunta como máximo una vez cada',
  'settings.csat.days': '{days, plural, one {# día} many {# de días} other {# días}}',
  'settings.csat.summary':
    'Últimos 30 días: {asked} preguntas, {answered} respuestas, media de {average} sobre 5.',
  'settings.csat.save': 'Guardar este texto',
}
