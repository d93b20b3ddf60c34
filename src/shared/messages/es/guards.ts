/** @file Spanish words of the guard rails: what each saw, and the better way. */
import type { Translated } from '../translated.ts'
import type { guardMessages as english } from '../en/guards.ts'

export const guardMessages: Translated<typeof english> = {
  'command.guard.better': 'Tomar la alternativa de la protección',
  'command.guard.show': 'Ir a lo que vieron las protecciones',
  'command.guard.ask-to-delete': 'Pedir al cliente que elimine un post que dice demasiado',
  'command.person.leave-alone': 'No escribir a este cliente, o permitirlo',
  'said.left-alone': '{name} no quiere más mensajes: anotado',
  'said.let-back': 'Se puede volver a escribir a {name}',
  'event.person.left-alone': 'Anotado que el cliente no quiere mensajes',
  'event.person.let-back': 'Anotado que se puede volver a escribir al cliente',
  'error.guard.pasted':
    'Ese texto se copió de la pantalla de otra empresa y no se pegó aquí. No se cambió nada. Escríbalo de nuevo para esta empresa.',
  'event.guard.overridden': 'Enviado a pesar de una protección',
  'event.guard.held-back': 'Mensaje retenido por una protección',
  'error.guard.stopped':
    'Una protección frena este mensaje ({names}). No se envió nada y el texto se conserva. Ábralo en su editor: allí dice qué vio.',
  'said.guarded': 'Frenado: mire qué vio la protección',
  'said.no-guard': 'Las protecciones no tienen nada que decir de este texto',
  'said.to-dm': 'El texto está ahora en el mensaje directo; no se envió nada',

  'guard.exposed': 'Un post público de {name} muestra a todo el mundo: {what}.',
  'said.to-dm.left':
    '{count, plural, one {El texto está ahora en el mensaje directo. X acepta allí un archivo: # se queda en el borrador público} many {El texto está ahora en el mensaje directo. X acepta allí un archivo: # se quedan en el borrador público} other {El texto está ahora en el mensaje directo. X acepta allí un archivo: # se quedan en el borrador público}}',
  'guard.exposed.ask': 'Pedir que lo elimine',
  'guard.exposed.text':
    'Por su propia seguridad, elimine por favor el post en el que nos dio sus datos personales: cualquiera puede leerlo. Ya tenemos lo que necesitamos.',
  'guard.kind.email': 'una dirección de correo',
  'guard.kind.phone': 'un número de teléfono',
  'guard.kind.card': 'un número de tarjeta',
  'guard.kind.iban': 'un número de cuenta bancaria',
  'guard.kind.address': 'una dirección',
  'guard.kind.number': 'un número de reserva o pedido',
  'guard.label': 'Protecciones',
  'guard.severity.stop': 'Frenado',
  'guard.severity.ask': 'Pide un motivo',
  'guard.severity.warn': 'Aviso',
  'guard.in-alt': '{words} Está en la descripción de una imagen.',
  'guard.better.to-dm': 'Enviar mejor por mensaje directo',
  'guard.better.change': 'Cambiarlo',
  'guard.better.take-off': 'Quitarlo',
  'guard.why': '¿Por qué puede salir de todos modos? Queda en el historial, con su nombre.',
  'guard.why.short': '¿Por qué de todos modos?',
  'guard.send': 'Enviar con este motivo',
  'guard.back': 'Volver al texto',
  'guard.no-way':
    'Lo que se frena no puede salir de aquí: cambie el texto. Un supervisor puede permitir las palabras de un socio en los ajustes de la marca.',

  'guard.name.private-data': 'Datos privados en público',
  'guard.name.other-brand': 'Palabras de otra marca',
  'guard.name.copied': 'Texto copiado de otra empresa',
  'guard.name.foreign-link': 'Un enlace de un mensaje ajeno',
  'guard.name.foreign-picture': 'Una imagen de un mensaje ajeno',
  'guard.name.two-brands': 'El mismo texto de dos marcas',
  'guard.name.same-text': 'El mismo texto a muchos',
  'guard.name.answered': 'Ya respondido',
  'guard.name.leave-alone': 'No quiere mensajes',
  'guard.name.never-say': 'Palabras que la marca nunca dice',
  'guard.name.dear-link': 'Un enlace que cuesta más',
  'guard.name.x-refuses': 'Lo que X rechaza',

  'guard.private-data.email': 'Cualquiera podría leer esta dirección de correo: {saw}.',
  'guard.private-data.phone': 'Cualquiera podría leer este número de teléfono: {saw}.',
  'guard.private-data.card': 'Cualquiera podría leer este número de tarjeta: {saw}.',
  'guard.private-data.iban': 'Cualquiera podría leer este número de cuenta bancaria: {saw}.',
  'guard.private-data.address': 'Cualquiera podría leer esta dirección: {saw}.',
  'guard.private-data.number': 'Cualquiera podría leer este número de reserva o pedido: {saw}.',
  'guard.other-brand.name': '«{saw}» es {brand}, otra marca distinta de la que habla.',
  'guard.other-brand.handle': '{saw} es una cuenta de {brand}, otra marca distinta de la que habla.',
  'guard.other-brand.product': '«{saw}» pertenece a {brand}, otra marca distinta de la que habla.',
  'guard.other-brand.domain': '{saw} es el sitio de {brand}, otra marca distinta de la que habla.',
  'guard.other-brand.sign-off': '«{saw}» es como firma {brand}, otra marca distinta de la que habla.',
  'guard.other-brand.macro':
    '«{saw}» es lo que dice una macro de {brand}, otra marca distinta de la que habla.',
  'guard.copied.text': 'Esto se copió de la pantalla de otra empresa: no puede salir aquí.',
  'guard.never-say.said': 'La ficha de voz de la marca excluye «{saw}».',
  'guard.foreign-link.seen': 'El enlace lleva a {host} y lo publicó @{by}: {saw}. ¿Es lo que dice ser?',
  'guard.foreign-link.elsewhere':
    'El enlace lleva a {host} y viene de un mensaje ajeno: {saw}. ¿Es lo que dice ser?',
  'guard.foreign-picture.seen': '@{by} publicó esta imagen ({saw}). ¿Debe salir con el nombre de la marca?',
  'guard.foreign-picture.elsewhere':
    'Esta imagen ({saw}) viene de un mensaje ajeno. ¿Debe salir con el nombre de la marca?',
  'guard.picture': 'La imagen que saldría',
  'guard.leave-alone.asked': 'Este cliente pidió que no se le escriba.',
  'guard.two-brands.sent':
    'Casi el mismo texto salió por otra marca: {at}. X lo toma por spam: dígalo con palabras de esta marca.',
  'guard.same-text.many':
    'Casi el mismo texto llegó a otras {count} personas en un día. X puede tomarlo por spam: añada unas palabras propias.',
  'guard.answered.already': 'Ya se respondió ({at}), y desde entonces no llegó nada.',
  'guard.dear-link.link':
    'X cobra {price} por un post con enlace, {plain} sin él. Quizá bastan las palabras.',
  'guard.x-refuses.cashtags': 'X permite una sola acción de bolsa por post: {saw} sobra.',

  'settings.section.guards': 'Protecciones',
  'settings.section.lexicon': 'Palabras',
  'settings.section.privateData': 'Datos privados',
  'settings.section.approvals': 'Cuatro ojos',
  'settings.guards.why':
    'Cada protección mira cada borrador mientras se escribe y otra vez al enviarlo. «Frenar» solo lo deja salir con un motivo escrito, que queda en el historial.',
  'settings.guards.always':
    'Las palabras de otra marca, el texto copiado de otra empresa y lo que X rechaza frenan siempre. Para socios, apunte sus palabras en «Palabras».',
  'settings.guards.overridden':
    '{count, plural, one {Omitida una vez} many {Omitida # de veces} other {Omitida # veces}} en 30 días',
  'settings.guards.level.off': 'No',
  'settings.guards.level.warn': 'Avisar',
  'settings.guards.level.stop': 'Frenar',
  'settings.lexicon.why':
    'En un texto de cualquier otra marca, estas palabras lo frenan. El nombre y las cuentas de {name} y las frases largas de sus macros cuentan por sí solos.',
  'settings.lexicon.products': 'Productos y otros nombres, uno por línea',
  'settings.lexicon.domains': 'Sitios web, uno por línea',
  'settings.lexicon.sign-offs': 'Cómo firman sus agentes, una firma por línea',
  'settings.allow-list': 'Palabras de otras marcas que esta puede escribir, una por línea',
  'settings.allow-list.why': 'Para socios. Decide un supervisor.',
  'settings.private.why': 'Lo que no debe aparecer en un post público de esta marca.',
  'settings.private.patterns': 'Números de reserva y pedido, un patrón por línea',
  'settings.private.patterns.why':
    '# es un dígito, @ una letra, * cualquiera de los dos: NA-####. O una expresión regular entre barras.',
  'settings.private.unreadable':
    '«{pattern}» no se puede leer o lo encuentra todo. Los patrones quedaron como estaban.',
  'settings.private.ours': 'Direcciones y números de la propia marca, uno por línea',
  'settings.private.ours.why':
    'Pueden aparecer en público. Una entrada como @northair.example abarca todas las direcciones de allí.',
  'settings.private.countries': 'Países de los números de teléfono',
  'settings.private.countries.why':
    'Dos letras cada uno, uno por línea: un número sin país se lee como de estos.',
  'settings.approvals.why':
    'Esto espera hasta que otro agente lo apruebe con un PIN; nunca quien lo escribió.',
  'settings.approvals.tags': 'Etiquetas de un ticket, una por línea',
  'settings.approvals.words': 'Palabras de un mensaje, una por línea',
}
