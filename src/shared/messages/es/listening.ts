/** @file Spanish words of listening: saved searches and lists of a brand, what they would cost, and the posts that they bring. */
import type { Translated } from '../translated.ts'
import type { listeningMessages as english } from '../en/listening.ts'

export const listeningMessages: Translated<typeof english> = {
  'command.listening.manage': 'Escucha: búsquedas y listas',
  'said.post-alone':
    'X permite a una cuenta responder solo a quienes la nombran o citan. {key} responde a este post en X.',
  'said.answer-on-x': 'Su navegador abre X con una respuesta a este post.',

  'post.pane.title': 'Un post que la marca escucha',
  'post.pane.ours': 'Un post propio',
  'post.ours':
    '{handle} escribió esto. Quien responda llega con las menciones; se edita y se elimina entre los posts propios.',
  'post.pane.gone': 'Este post ya no está en su columna.',
  'post.pane.close': 'Cerrar post',
  'post.why':
    'Aquí nadie se dirigió a {handles}: el autor no la nombra ni la cita, y X solo permite a un programa responder a quienes lo hacen. Puede responder en X; compruebe allí con qué cuenta ha iniciado sesión.',

  'listening.title': 'Escucha de {name}',
  'listening.brand': '¿Qué marca escucha?',
  'listening.open': 'Escucha',
  'listening.open.name': 'Escucha de {name}',
  'listening.why':
    'Lo que la gente escribe de la marca sin nombrarla, lo que dice de otras, lo que publica una lista de cuentas. Cada escucha tiene una columna en el tablero de {name}. X cobra por cada post que llega y por el nombre de cada autor nuevo aquí.',
  'listening.none': 'Aún no se escucha nada.',
  'listening.no-handle':
    'Ninguna cuenta de {name} ha iniciado sesión. Conecte una primero: X se consulta a través de ella.',
  'listening.add': 'Añadir',
  'listening.add.title': 'Escuchar algo nuevo',
  'listening.edit': 'Editar',
  'listening.edit.name': 'Editar {name}',
  'listening.edit.title': 'Cambiar {name}',
  'listening.remove': 'Quitar',
  'listening.remove.name': 'Quitar {name}',
  'listening.remove.question':
    '¿Quitar {name}? Su columna desaparece; los posts que ya son tickets se quedan.',
  'listening.keep': 'Conservar',
  'listening.kind': 'Qué escuchar',
  'listening.kind.search': 'Una búsqueda',
  'listening.kind.list': 'Una lista de X',
  'listening.name': 'Nombre de la columna',
  'listening.query': 'Búsqueda, en el lenguaje de X',
  'listening.query.count': '{length} de {most}',
  'listening.query.help':
    'Las palabras seguidas deben estar todas. OR entre palabras, "una frase exacta", -sin esto, from:cuenta, @cuenta, #etiqueta, lang:es, -is:retweet, has:media.',
  'listening.query.long': 'X no acepta más de {most} caracteres: sobran {over}.',
  'listening.list': 'Dirección de la lista, o su número',
  'listening.list.help': 'Como en https://x.com/i/lists/1234567890. La cuenta debe poder ver la lista.',
  'listening.list.wrong': 'Esa no es la dirección de una lista: termina en su número.',
  'listening.preview': 'Vista previa',
  'listening.preview.paid': 'Una vista previa lee los {count} posts más recientes, por un máximo de {price}.',
  'listening.preview.asking': 'Consultando X…',
  'listening.preview.result':
    '{exact, select, true {En la última semana} other {Según los más recientes}}: {posts} al día, {price} al día por los posts. Esta consulta costó {paid}.',
  'listening.preview.nothing': 'X no encontró nada. Esta consulta no costó nada.',
  'listening.preview.posts':
    '{count, plural, =0 {menos de un post} one {1 post aproximadamente} many {unos # de posts} other {unos # posts}}',
  'listening.save': 'Guardar',
  'listening.again': 'Otra búsqueda empieza de nuevo; lo que trajo la anterior se queda en la columna.',
  'listening.sign-in':
    'Las listas requieren un inicio de sesión que permita leerlas. @{username} se conectó antes de eso: vuelva a conectarla.',
  'said.listening': 'Escuchando {name}. Su columna está en el tablero de {brand}.',
  'said.listening.removed': 'Ya no se escucha {name}.',
  'column.total.posts':
    '{count, plural, one {1 post} many {# de posts} other {# posts}}{many, select, true { o más} other {}}',
}
