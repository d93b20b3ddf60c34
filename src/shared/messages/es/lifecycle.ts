/** @file Spanish words for what became of messages: deleted, withdrawn, edited; and for forgetting a person. */
import type { Translated } from '../translated.ts'
import type { lifecycleMessages as english } from '../en/lifecycle.ts'

export const lifecycleMessages: Translated<typeof english> = {
  'gone.deleted': 'Eliminado en X',
  'gone.protected': 'Ya no es visible: la cuenta está protegida',
  'gone.suspended': 'Ya no es visible: la cuenta está suspendida',
  'gone.unavailable': 'Ya no es visible en X',
  'gone.withheld': 'Retirado {where}',
  'gone.withheld.in': 'en {countries}',
  'gone.withheld.everywhere': 'en todas partes',
  'gone.withheld.copyright': 'por derechos de autor',
  'gone.by.customer': '{what}; lo escribió el cliente ({time})',
  'gone.by.ours': '{what}; lo escribimos nosotros ({time})',
  'gone.by.somebody': '{what}; escrito: {time}',
  'gone.since': 'Detectado: {time}. El texto tampoco está ya aquí.',

  'gone.card.deleted': 'Eliminado en X',
  'gone.card.protected': 'Ya no es visible en X',
  'gone.card.suspended': 'Ya no es visible en X',
  'gone.card.withheld': 'Retirado por X',
  'gone.card.unavailable': 'Ya no es visible en X',

  'xchat.chat-event':
    'A @{username} le llegan mensajes en X Chat. Está cifrado: Switchboard no puede leerlos.',
  'xchat.refused':
    'X indica que una conversación de @{username} pasó a X Chat. Está cifrado: Switchboard no puede leerla.',
  'xchat.silent':
    'Hace más de lo habitual que no llega ningún mensaje a @{username}. Puede que estén en X Chat, que Switchboard no puede leer.',
  'xchat.open': 'Abrir X Chat',
  'xchat.label': 'X Chat',

  'versions.edited': 'Editado · {count, plural, one {1 versión} many {# de versiones} other {# versiones}}',
  'versions.label': 'Versiones anteriores',
  'versions.one': 'Versión {number}, {time}',
  'versions.history': 'Historial de edición en X',

  'command.person.forget': 'Olvidar a esta persona…',
  'forget.title': 'Olvidar a esta persona',
  'forget.counting': 'Buscando todo lo que se guarda de esta persona…',
  'forget.why':
    'Todo lo que este espacio de trabajo guarda de {name} desaparece, de cada tabla, archivo y copia:',
  'forget.count.tickets': '{count, plural, one {1 ticket} many {# de tickets} other {# tickets}}',
  'forget.count.posts':
    '{count, plural, one {1 post} many {# de posts} other {# posts}}, con versiones anteriores y las respuestas de ustedes',
  'forget.count.directMessages':
    '{count, plural, one {1 mensaje directo} many {# de mensajes directos} other {# mensajes directos}}, suyos y de ustedes',
  'forget.count.notes': '{count, plural, one {1 nota} many {# de notas} other {# notas}}',
  'forget.count.drafts': '{count, plural, one {1 borrador} many {# de borradores} other {# borradores}}',
  'forget.count.messages':
    '{count, plural, one {1 mensaje saliente} many {# de mensajes salientes} other {# mensajes salientes}}; lo no enviado no se enviará',
  'forget.count.backups':
    '{count, plural, one {1 copia de seguridad} many {Las # de copias de seguridad} other {Las # copias de seguridad}} de todo el espacio de trabajo',
  'forget.others':
    '{count, plural, one {1 post de otra persona la nombra y se queda.} many {# de posts de otras personas la nombran y se quedan.} other {# posts de otras personas la nombran y se quedan.}}',
  'forget.final':
    'Esto no se puede deshacer. En X no cambia nada. Si vuelve a escribir, se abre un ticket nuevo; nada antiguo regresa.',
  'forget.reason': 'Por qué (consta en el comprobante)',
  'forget.confirm': 'Escriba {confirmWith} para confirmar',
  'forget.do': 'Olvidar para siempre',
  'said.forgotten': 'Olvidado. El comprobante está en {file}',
  'said.forgotten.later':
    'Olvidado. El comprobante aún no se pudo escribir; se escribirá en el próximo inicio.',
}
