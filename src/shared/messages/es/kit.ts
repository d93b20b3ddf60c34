/** @file Spanish words for a brand as a file, for going live, and for a client who leaves. */
import type { Translated } from '../translated.ts'
import type { kitMessages as english } from '../en/kit.ts'

export const kitMessages: Translated<typeof english> = {
  'command.kit.open': 'Kit de marca: exportar, importar, copiar',
  'kit.open': 'Kit de marca',
  'kit.open.name': 'Kit de marca de {name}',
  'kit.title': 'Kit de marca de {name}',
  'kit.brand': 'Kit de marca: ¿qué marca?',
  'kit.why':
    'Todo lo que define a {name}: sus ajustes, sus macros, lo que escucha. Ningún kit contiene clientes.',
  'kit.way': 'Qué hacer',
  'kit.way.to-file': 'Exportar a un archivo',
  'kit.way.from-file': 'Importar de un archivo',
  'kit.way.from-brand': 'Copiar de otra marca',
  'kit.parts': 'Partes',
  'kit.parts.all': 'Todas',
  'kit.parts.none': 'Ninguna',
  'kit.part.count': '{part} ({count})',
  'kit.part.macros': 'Macros',
  'kit.part.listening': 'Escucha',
  'kit.part.holds': 'Tiempo de retención de los mensajes',
  'kit.part.guards': 'Protecciones',
  'kit.part.lexicon': 'Palabras propias (léxico)',
  'kit.part.allowList': 'Palabras ajenas permitidas',
  'kit.part.privateData': 'Patrones de datos privados',
  'kit.part.hours': 'Horario de atención',
  'kit.part.holidays': 'Festivos',
  'kit.part.targets': 'Objetivos',
  'kit.save': 'Guardar en archivo…',
  'kit.choose': 'Elegir un archivo…',
  'kit.from': '{file}, hecho a partir de {brand}',
  'kit.replaces':
    'Lo elegido reemplaza los ajustes de la marca y las macros del mismo nombre. Sus demás macros y búsquedas se quedan. «Deshacer» lo anula todo.',
  'kit.take': 'Aplicar a {name}',
  'kit.other': 'De',
  'kit.other.name': '{name} · {client}',
  'kit.other-client':
    'Esta marca pertenece a {client}. Lo que contiene palabras propias de esa empresa no está elegido; elíjalo solo si está de acuerdo.',
  'kit.no-other': 'No hay otra marca de la que copiar.',
  'said.kit':
    '{name} lo tiene: {parts, plural, one {# parte} many {# de partes} other {# partes}}{macros, plural, =0 {} one {, # macro} many {, # de macros} other {, # macros}} · z lo deshace',
  'said.kit.shortcuts': 'Sin sus atajos, que ya están ocupados: {names}',
  'said.saved': 'Guardado como {name}',
  'settings.section.goLive': 'Puesta en marcha',
  'go-live.is-live': '{name} está en marcha: los mensajes salen.',
  'go-live.is-read-only': '{name} es de solo lectura: no sale nada antes de su puesta en marcha.',
  'go-live.begins':
    'Una marca nueva es al principio de solo lectura: g s y «Puesta en marcha», cuando todo esté listo.',
  'go-live.show': 'Puesta en marcha',
  'go-live.done': 'listo:',
  'go-live.open': 'pendiente:',
  'go-live.settle': 'Definir',
  'go-live.handles': 'Hay cuentas conectadas',
  'go-live.hours': 'Horario de atención',
  'go-live.targets': 'Objetivos',
  'go-live.macros': 'Macros',
  'go-live.voice': 'Ficha de voz',
  'go-live.lexicon': 'Palabras propias, que ninguna otra marca puede escribir',
  'go-live.privateData': 'Patrones de datos privados',
  'go-live.signOff': 'Firma',
  'go-live.still':
    '{count, plural, one {# punto sigue pendiente} many {# de puntos siguen pendientes} other {# puntos siguen pendientes}}; puede ponerla en marcha de todos modos.',
  'go-live.do': 'Poner en marcha {name}',
  'go-live.stop': 'Dejarla en solo lectura; lo que espera pasa a borrador',

  'leave.counting': 'Contando…',
  'leave.why':
    'Los inicios de sesión de {handles} se revocan en X y sus claves se borran de este dispositivo. Esto es lo que hay aquí:',
  'leave.count.tickets': '{count, plural, one {# ticket} many {# de tickets} other {# tickets}}',
  'leave.count.posts':
    '{count, plural, one {# post que no se mostró a ninguna otra marca} many {# de posts que no se mostraron a ninguna otra marca} other {# posts que no se mostraron a ninguna otra marca}}',
  'leave.count.directMessages':
    '{count, plural, one {# mensaje directo} many {# de mensajes directos} other {# mensajes directos}}',
  'leave.count.notes': '{count, plural, one {# nota} many {# de notas} other {# notas}}',
  'leave.count.messages':
    '{count, plural, one {# mensaje saliente} many {# de mensajes salientes} other {# mensajes salientes}}',
  'leave.count.macros': '{count, plural, one {# macro} many {# de macros} other {# macros}}',
  'leave.count.backups':
    '{count, plural, one {# copia de seguridad de todo el espacio de trabajo, que también la contiene} many {# de copias de seguridad de todo el espacio de trabajo, que también la contienen} other {# copias de seguridad de todo el espacio de trabajo, que también la contienen}}',
  'leave.waiting':
    '{count, plural, one {# mensaje no ha salido. No se enviará.} many {# de mensajes no han salido. No se enviarán.} other {# mensajes no han salido. No se enviarán.}}',
  'leave.export': '1 · Llevarse los datos',
  'leave.export.why':
    'Todo lo de esta marca en un archivo legible: su kit, tickets, mensajes y notas. Contiene palabras de clientes: entréguelo a la empresa y elimínelo después.',
  'leave.export.do': 'Exportar todo',
  'leave.export.done': 'Escrito: {file}',
  'leave.end': '2 · El final',
  'leave.end.why':
    '«Quitar con todos los datos» la borra de aquí, copias de seguridad incluidas, y escribe un comprobante. No se puede deshacer. «Quitar, conservar sus datos» solo deja de leer y enviar.',
  'leave.confirm': 'Escriba {name} para confirmar el borrado',
  'leave.done': '{name} se ha ido',
  'leave.revoked': '@{username}: revocado en X',
  'leave.not-revoked':
    '@{username}: X no lo confirmó. Revóquelo en X, en Configuración, Aplicaciones y sesiones.',
  'leave.receipt': 'Comprobante: {file}',
  'leave.receipt.later': 'El comprobante aún no se pudo escribir; se escribirá en el próximo inicio.',
  'error.brand.read-only':
    'Esta marca es de solo lectura hasta su puesta en marcha. Su texto se conserva como borrador. Póngala en marcha con g s, «Puesta en marcha».',
  'error.brand.not-confirmed': 'Escriba {expected} para confirmar. No se quitó nada.',
  'error.kit.invalid':
    'Este archivo no es un kit de marca legible: {issues}. No se cambió nada. Elija otro archivo o corrija este.',
}
