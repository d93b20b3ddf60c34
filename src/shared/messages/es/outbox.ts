/** @file Spanish words about outgoing work: what it is, where it stands, why it asks, what a handle may not do. */
import type { Translated } from '../translated.ts'
import type { outboxMessages as english } from '../en/outbox.ts'

export const outboxMessages: Translated<typeof english> = {
  'job.stopped': 'Detenido',
  'job.ask': 'Pregunta antes',

  'kind.reply': 'Respuesta',
  'kind.chain': 'Cadena de posts',
  'kind.dm': 'Mensaje directo',
  'kind.post': 'Post',
  'kind.hide': 'Ocultar una respuesta',
  'kind.unhide': 'Mostrar una respuesta oculta',
  'kind.delete': 'Eliminar un post',
  'kind.repost': 'Repost',
  'kind.unrepost': 'Deshacer un repost',
  'kind.bookmark': 'Añadir a guardados',
  'kind.unbookmark': 'Quitar de guardados',
  'kind.mute': 'Silenciar',
  'kind.unmute': 'Dejar de silenciar',
  'kind.edit': 'Editar un post',

  'ask.answered-here': 'Entretanto, alguien respondió desde esta consola.',
  'ask.answered-elsewhere': 'Entretanto, la marca respondió con otra herramienta.',
  'ask.customer-wrote': 'El cliente volvió a escribir.',
  'ask.target-deleted': 'El post ya no está en X.',
  'ask.target-edited': 'El post se editó.',
  'ask.account-changed': 'La cuenta se reconectó o cambió de nombre.',
  'ask.signed-out': 'Primero hay que reconectar la cuenta.',
  'ask.late': 'Su hora pasó hace más de diez minutos.',
  'ask.incident': 'Hay una incidencia abierta de esta marca.',

  'act.unseen': 'Esta cuenta nunca recibió ese post.',
  'act.not-ours': 'Solo se pueden eliminar o editar posts propios.',
  'act.no-reply': 'Solo se pueden ocultar respuestas de otros.',
  'act.not-our-conversation': 'X oculta respuestas solo en conversaciones que inició la cuenta.',
  'act.is-reply': 'X no edita respuestas a otros.',
  'act.no-premium': 'X solo edita posts de cuentas Premium.',
  'act.edit-over': 'X edita un post durante una hora y hasta cinco veces.',

  'event.post.held': 'Post retenido',
  'event.post.published': 'Post enviado',
  'event.post.deleted': 'Post eliminado',
  'event.post.edited': 'Post editado',
  'event.post.hidden': 'Respuesta ocultada',
  'event.post.unhidden': 'Respuesta oculta mostrada de nuevo',
  'event.post.reposted': 'Reposteado',
  'event.post.unreposted': 'Repost deshecho',
  'event.post.bookmarked': 'Añadido a guardados',
  'event.post.unbookmarked': 'Quitado de guardados',
  'event.person.muted': 'Cliente silenciado',
  'event.person.unmuted': 'Cliente ya no silenciado',
  'event.action.held': 'Acción retenida',
  'event.action.recalled': 'Acción recuperada',

  'refusal.already': 'En X ya está así.',
  'said.undone.priced': 'X ya lo hizo. Deshacerlo cuesta dinero.',

  'error.job.final': 'X no tiene forma de deshacer esto. No se cambió nada.',
  'error.outbox.undecided':
    '{count, plural, one {Un mensaje detenido aún espera} many {# de mensajes detenidos aún esperan} other {# mensajes detenidos aún esperan}} una decisión, así que la parada sigue. Envíe, reprograme o descarte cada uno y reanude después la marca.',
  'error.schedule.past': 'Esa hora ya pasó. No se programó nada; su texto se conserva. Elija una posterior.',
  'error.handle.missing': 'Esta cuenta ya no está conectada. No se cambió nada. Conéctela o elija otra.',
  'error.post.not-allowed': '{why} No se cambió nada. Abra el post en X si hay que hacerlo allí.',
}
