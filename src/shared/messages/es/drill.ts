/** @file Spanish words of the practice drill. */
import type { Translated } from '../translated.ts'
import type { drillMessages as english } from '../en/drill.ts'

export const drillMessages: Translated<typeof english> = {
  'command.drill.show': 'Ejercicio: cincuenta tickets contra el reloj',
  'command.drill.end': 'Terminar el ejercicio',
  'said.drill': 'El reloj corre',
  'drill.title': 'Ejercicio',
  'drill.why':
    'Cincuenta mensajes a cuatro marcas esperan en una mañana inventada. Atienda cada uno: responderlo, resolverlo, posponerlo o decir que no necesita respuesta. El reloj corre hasta que no quede ninguno.',
  'drill.counts': 'Qué cuenta como fallo',
  'drill.rule.wrong-brand':
    'Marca equivocada: palabras, enlaces o imágenes de otra empresa en una respuesta, también si una protección la retiene.',
  'drill.rule.leaked-number':
    'Número revelado: el número, la dirección o la cuenta de alguien en público, también si una protección lo retiene.',
  'drill.rule.missed-deadline':
    'Plazo perdido: una respuesta que llega tarde. Las primeras vencen en pocos minutos.',
  'drill.rule.impostor':
    'Impostor: una cuenta que se hace pasar por la marca y no se denuncia antes de atender su ticket.',
  'drill.gone':
    'El ejercicio tiene su propio mundo: lo que hizo en el mundo de práctica actual desaparece cuando empieza. El espacio real no se toca.',
  'drill.start': 'Poner en marcha el reloj',
  'drill.again': 'Otra vez',
  'drill.go-on': 'Seguir',
  'drill.leave': 'Volver al mundo de práctica',
  'drill.end': 'Terminar',
  'drill.clock': 'Tiempo',
  'drill.progress': 'Tickets atendidos',
  'drill.done': '{done} de {total} atendidos',
  'drill.answered': '{count} respondidos',
  'drill.each': '{seconds} s cada uno',
  'drill.misses': '{count, plural, =0 {sin fallos} one {1 fallo} other {# fallos}}',
  'drill.score': 'Resultado',
  'drill.score.wrong-brand':
    '{count, plural, =0 {Ninguna palabra de una empresa en nombre de otra} one {Marca equivocada: una vez} other {Marca equivocada: # veces}}',
  'drill.score.leaked-number':
    '{count, plural, =0 {Ningún número en público} one {Número revelado: una vez} other {Número revelado: # veces}}',
  'drill.score.missed-deadline':
    '{count, plural, =0 {Ningún plazo perdido} one {1 plazo perdido} other {# plazos perdidos}}',
  'drill.score.impostor':
    '{count, plural, =0 {Ningún impostor pasado por alto} one {1 impostor pasado por alto} other {# impostores pasados por alto}}',
  'drill.miss.post': 'en un post nuevo',
  'drill.miss.caught': 'retenido por una protección',
}
