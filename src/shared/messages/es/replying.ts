/** @file Spanish words for answering well: macros, sign-offs, moving to direct messages, checklists. */
import type { Translated } from '../translated.ts'
import type { replyingMessages as english } from '../en/replying.ts'

export const replyingMessages: Translated<typeof english> = {
  'command.reply.macro': 'Insertar una macro',
  'command.reply.emoji': 'Insertar un emoji',
  'command.macro.manage': 'Macros de una marca',

  'mention.pick': 'Personas para mencionar',
  'mention.conversation': 'en esta conversación',
  'mention.customer': 'ya escribió',
  'mention.own': 'cuenta propia',

  'emoji.pick': 'Emojis',
  'emoji.search': 'Buscar emojis por nombre',
  'emoji.none': 'Ningún emoji se llama «{query}».',

  'macro.pick': 'Macros',
  'macro.pick.none': 'Ninguna macro de {brand} coincide con «{query}».',
  'macro.pick.empty': '{brand} aún no tiene macros: {keys} crea la primera.',
  'macro.unfilled': 'Sin valor, por eso aún no se envía: {names}',
  'macro.with': 'Cuando X lo tenga',
  'macro.with.off': 'Enviar sin: {what}',
  'macro.does.pending': 'pendiente',
  'macro.does.on-hold': 'en espera',
  'macro.does.solved': 'resuelto',
  'macro.does.tag': 'etiqueta {tag}',
  'macro.does.snooze': 'pospuesto {hours, plural, one {# hora} many {# de horas} other {# horas}}',
  'macro.does.snooze-days': 'pospuesto {days, plural, one {# día} many {# de días} other {# días}}',
  'macro.does.snooze-reply': 'pospuesto hasta que escriba',
  'macro.does.snooze-both': '{snooze}, o hasta que escriba',

  'macros.title': 'Macros de {name}',
  'macros.brand': 'Macros: ¿qué marca?',
  'macros.why':
    'Escriba / y una palabra en el editor de un ticket de {name} para insertar una. Nunca aparecen en el editor de otra marca.',
  'macros.search': 'Buscar macros',
  'macros.none': 'Ninguna macro coincide con «{query}».',
  'macros.used':
    '{used, plural, =0 {aún sin usar} one {usada una vez} many {usada # de veces} other {usada # veces}}',
  'macros.last-used': 'última: {at}',
  'macros.new': 'Nueva macro',
  'macros.edit': 'Editar',
  'macros.edit.name': 'Editar «{name}»',
  'macros.remove': 'Quitar',
  'macros.remove.name': 'Quitar «{name}»',
  'macros.import': 'Importar…',
  'macros.export': 'Exportar…',
  'macros.form.new': 'Nueva macro',
  'macros.form.edit': '«{name}»',
  'macros.form.name': 'Nombre',
  'macros.form.shortcut': 'Atajo, se escribe tras /',
  'macros.form.lang': 'Idioma (dos letras; vacío: todos)',
  'macros.form.text': 'Texto',
  'macros.form.variable': 'Insertar un valor…',
  'macros.form.fallback': 'Una palabra tras la barra vertical sustituye al valor que falte:',
  'macros.form.unknown': 'Ningún valor se llama {name}.',
  'macros.form.unclosed': 'Hay un par de llaves sin cerrar.',
  'macros.form.actions': 'Cuando X tenga el mensaje',
  'macros.form.status': 'Estado',
  'macros.form.status.as-is': 'como sin macro: pendiente',
  'macros.form.tags': 'Etiquetas, separadas por comas',
  'macros.form.snooze': 'Posponer',
  'macros.form.snooze.none': 'no',
  'macros.form.snooze.reply': 'hasta que el cliente escriba',
  'macros.form.snooze.hours':
    '{hours, plural, one {durante # hora} many {durante # de horas} other {durante # horas}}',
  'macros.form.snooze.days':
    '{days, plural, one {durante # día} many {durante # de días} other {durante # días}}',
  'macros.form.for-reply': 'o hasta que el cliente escriba, lo que ocurra primero',
  'macros.form.shortcut.bad': 'Solo letras, cifras y guiones.',
  'macros.form.lang.bad': 'Dos o tres letras, como en o pt.',
  'macros.form.save': 'Guardar',
  'said.macro.saved': '«{name}» guardada para {brand} · z lo deshace',
  'said.macro.removed': '«{name}» quitada de {brand} · z la recupera',

  'settings.section.signOff': 'Firma',
  'settings.sign-off.public': 'Bajo respuestas públicas',
  'settings.sign-off.dm': 'Bajo mensajes directos',
  'settings.sign-off.text': 'Firma',
  'settings.sign-off.why':
    'Se añade una vez, bajo el último post de una cadena, y cuenta para la longitud. Las iniciales son las de quien esté en el puesto.',
  'settings.sign-off.example': 'Jo Doe firmaría: {words}',
  'sign-off.follows': 'se añade {words}',
  'sign-off.nobody': 'Nadie ha indicado quién está aquí y {form} no tiene valor: {keys} lo pregunta.',

  'command.reply.move-to-dm': 'Pedir seguir por DM',
  'settings.section.moveToDm': 'Paso a DM',
  'settings.move-to-dm.text': 'La frase que lo pide en público',
  'settings.move-to-dm.link': 'Añadir el enlace propio de X, que abre el mensaje',
  'settings.move-to-dm.price': 'Con un enlace, X puede cobrar {with} por la respuesta en vez de {without}.',
  'settings.move-to-dm.encrypted':
    'Los mensajes directos de esta marca están cifrados (X Chat): Switchboard no puede leer lo que los clientes escriben allí y no añade ningún enlace.',
  'settings.move-to-dm.why':
    'd la escribe donde el cliente aún no ha enviado un mensaje directo. Una vez enviada, se abre el lado de DM.',
  'said.move-to-dm': 'Escrito en la respuesta pública; una vez enviada, se abre el lado de DM',
  'said.move-to-dm.no-public': 'Este ticket no tiene ningún post público que responder',
  'said.move-to-dm.waits': 'Escrito en la respuesta pública; su mensaje directo llegará aquí, a este cliente',
  'said.move-to-dm.encrypted':
    'Escrito en la respuesta pública, pero los mensajes directos de esta cuenta están cifrados: léalos en X Chat',

  'command.playbook.show': 'Lista de pasos para este tipo de mensaje',
  'playbook.line': '{category}: {done} de {all}',
  'settings.section.playbooks': 'Listas de pasos',
  'settings.playbooks.why':
    'Una lista breve para cada tipo de mensaje, visible junto al texto, para que el proceso sea el mismo responda quien responda.',
  'settings.playbooks.category': 'Para',
  'settings.playbooks.option':
    '{category} ({steps, plural, =0 {sin pasos} one {# paso} many {# de pasos} other {# pasos}})',
  'settings.playbooks.steps': 'Pasos, uno por línea; sin pasos no se muestra nada',
  'settings.playbooks.bad': 'Como máximo doce pasos de 160 caracteres cada uno.',
  'event.playbook.ticked': 'Paso de la lista marcado o desmarcado',

  'command.brand.voice': 'Ficha de voz de la marca',
  'settings.section.voice': 'Voz',
  'voice.title': 'Cómo suena {name}',
  'voice.brand': 'Ficha de voz: ¿qué marca?',
  'voice.tone': 'Tono',
  'voice.address': 'Trato',
  'voice.address.either': 'como el cliente',
  'voice.address.formal': 'formal (Sie, vous, usted)',
  'voice.address.informal': 'informal (du, tu, tú)',
  'voice.emoji': 'Emojis',
  'voice.emoji.either': 'sin definir',
  'voice.emoji.never': 'nunca',
  'voice.emoji.sparing': 'con moderación',
  'voice.emoji.free': 'libremente',
  'voice.never-say': 'Nunca dice',
  'voice.never-say.lines': 'Nunca dice (una palabra o frase por línea)',
  'voice.escalation': 'Si urge, preguntar a',
  'voice.none': 'Aún no hay nada definido para {name}.',
  'voice.edit': 'Cambiarla',

  'event.macro.done': 'Etiquetado o pospuesto por la macro',

  'error.macro.missing': 'Esta macro no existe en esta marca. Su texto se conserva. Elija otra.',
  'error.macro.unknown':
    'La macro «{macro}» nombra {name}, que no es un valor. No se guardó nada. Corríjala y guarde de nuevo.',
  'error.macro.taken': 'La macro «{name}» ya tiene este nombre o atajo. No se guardó nada. Elija otro.',
  'error.macro.unfilled':
    'No se envió: {names} no tiene valor en este mensaje. Su texto se conserva. Escriba las palabras o quite las llaves.',
}
