/** @file Spanish words: what is read from X, how complete it is, what is missing. */
import type { Translated } from '../translated.ts'
import type { coverageMessages as english } from '../en/coverage.ts'

export const coverageMessages: Translated<typeof english> = {
  'source.mentions': 'Menciones',
  'source.dms': 'Mensajes directos',
  'source.posts': 'Posts propios',
  'source.thread': 'Conversaciones abiertas',
  'source.quotes': 'Citas',
  'source.search': 'Búsqueda',
  'source.list': 'Lista',
  'source.stream': 'Tiempo real',
  'column.search': 'Búsqueda',
  'column.list': 'Lista',
  'column.own-posts': 'Posts propios',
  'column.order.own-posts': 'recientes primero',
  'column.empty.own-posts': 'Aún no hay nada escrito.',
  'column.empty.own-posts.next':
    'Aquí aparece lo que estas cuentas publican y responden, desde aquí o desde cualquier otro sitio.',
  'column.quotes': 'Citas',
  'column.order.quotes': 'recientes primero',
  'column.empty.quotes': 'Nadie ha citado aún estas cuentas.',
  'column.empty.quotes.next': 'Aquí aparecen los posts que las citan, vayan o no dirigidos a ellas.',
  'column.order.search': 'recientes primero',
  'column.order.list': 'recientes primero',
  'column.empty.search': 'Aún no se ha encontrado nada.',
  'column.empty.search.next':
    'Los posts que coinciden con la búsqueda aparecen aquí a medida que X los encuentra.',
  'column.empty.list': 'Aún no hay nada de esta lista.',
  'column.empty.list.next': 'Aquí aparece lo que escriben sus miembros.',
  'post.ticket': 'Ticket',

  'column.complete': 'hasta {time}',
  'column.complete.name': 'Todo lo que X tenía hasta las {time} está aquí',
  'coverage.of': '{source} de @{username}: {what}',
  'coverage.quiet': 'Nada desde {time}, aunque a esta hora suele llegar algo cada {amount}.',
  'coverage.span': '{from} a {to}',
  'coverage.gap.horizon': 'X no muestra más de este periodo: {span}. Puede faltar algo de entonces.',
  'coverage.gap.circle':
    'Las páginas de X de este periodo no llevaban a nada: {span}. Puede faltar algo de entonces.',
  'coverage.note': 'Visto',
  'coverage.note.why': 'Lo quita de las columnas. Sigue junto a su fuente en «Marcas y cuentas».',
  'said.gap-noted': 'Visto. Sigue junto a su fuente.',
  'coverage.more': '{count, plural, one {1 más} many {# más} other {# más}}',

  'source.ok.gaps': 'Completo hasta {time}, salvo esto:',
  'source.sign-in': 'Este inicio de sesión aún no lo permite: vuelva a conectar la cuenta.',
  'source.invalid': 'X no lo acepta tal como está: {detail}',
  'source.proof.poll': 'consulta periódica',
  'source.proof.search': 'búsqueda',
  'source.proof.stream': 'aviso de X',
  'brands.past.none': 'Anteriores: las últimas 24 horas.',
  'brands.state.reconnect': 'Volver a iniciar sesión',
  'sync.doubts':
    '{count, plural, one {Puede faltar 1 cosa} many {Pueden faltar # de cosas} other {Pueden faltar # cosas}}',
}
