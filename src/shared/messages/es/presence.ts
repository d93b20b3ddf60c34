/** @file Spanish words of notices, tones and quiet hours: how this computer makes itself known. */
import type { Translated } from '../translated.ts'
import type { presenceMessages as english } from '../en/presence.ts'

export const presenceMessages: Translated<typeof english> = {
  'command.column.alert': 'Avisos de mensajes nuevos en esta columna',
  'command.column.sound': 'Sonido para los mensajes nuevos en esta columna',
  'command.presence.quiet-hours': 'Horas de silencio',
  'command.presence.pause': 'Pausar avisos y sonidos durante una hora',
  'command.presence.resume': 'Terminar la pausa de avisos y sonidos',
  'command.app.start-at-login': 'Abrir al iniciar sesión',
  'column.alerts': 'Los mensajes nuevos se anuncian con un aviso',
  'column.sounds': 'Los mensajes nuevos se anuncian con un sonido',
  'notice.new.one': 'Nuevo en {place}',
  'notice.new.many': '{count} nuevos en {place}',
  'notice.new.group': '{count} en {place}',
  'notice.new.several': '{count} mensajes nuevos',
  'notice.meanwhile.one': 'Venció una respuesta durante las horas de silencio',
  'notice.meanwhile.many': 'Vencieron {count} respuestas durante las horas de silencio',
  'quiet.on': 'Guardar silencio en este equipo',
  'quiet.from': 'Desde',
  'quiet.until': 'Hasta',
  'quiet.next-day': 'Hasta la mañana siguiente: los días son aquellos en que empieza.',
  'quiet.days': 'En estos días',
  'quiet.never': 'Elija un día y un final distinto del comienzo.',
  'quiet.breaks':
    'Lo que se oye de todos modos: los asuntos de seguridad, siempre. De lo que muchos pueden ver, por quién lo escribe o por lo rápido que se difunde: lo urgente, un último recurso o un enfado ante muchísima gente.',
  'quiet.waits':
    'Lo demás no produce ni aviso ni sonido. Las respuestas vencidas se anuncian juntas al terminar el silencio; los mensajes nuevos están en sus columnas.',
  'quiet.keep': 'Guardar',
  'quiet.paused': 'Avisos y sonidos en pausa hasta las {time}.',
  'said.quiet.on': 'Silencio de {from} a {until}',
  'said.quiet.off': 'Sin horas de silencio en este equipo',
  'said.notices.paused': 'Avisos y sonidos en pausa hasta las {time}; lo que no puede esperar se oye',
  'said.login.on': 'Switchboard se abre al iniciar sesión',
  'said.login.off': 'Switchboard ya no se abre solo',
  'said.login.unchanged':
    'El sistema lo dejó como estaba. Sus propios ajustes dicen qué se abre al iniciar sesión.',
  'said.login.cannot':
    'Este Switchboard no está instalado: el sistema no tiene nada que abrir al iniciar sesión',
  'said.notices.resumed': 'Los avisos y sonidos han vuelto',
}
