/** @file Spanish words about the past of a handle: what reading it costs, how far it is, what came of it. */
import type { Translated } from '../translated.ts'
import type { backfillMessages as english } from '../en/backfill.ts'

export const backfillMessages: Translated<typeof english> = {
  'tag.imported': 'Importado',

  'backfill.title': 'Posts anteriores de @{username}',
  'backfill.asking': 'Calculando cuánto costarían los posts anteriores…',
  'backfill.last-day':
    'Las últimas 24 horas están aquí: {count, plural, =0 {nada por responder} one {1 ticket por responder} many {# de tickets por responder} other {# tickets por responder}}.',
  'backfill.last-day.reading': 'Leyendo las últimas 24 horas.',
  'backfill.what':
    'Lo anterior entra como cerrado: se puede buscar y leer, no tiene plazo ni cuenta en los informes. Si el cliente vuelve a escribir, queda por responder.',
  'backfill.legend': '¿Leer más atrás?',
  'backfill.none': 'No, empezar con las últimas 24 horas',
  'backfill.days':
    '{days} días: {posts, plural, one {1 post} many {# de posts} other {# posts}}{messages, plural, =0 {} one {, 1 mensaje directo} many {, # de mensajes directos} other {, # mensajes directos}}{people, plural, =0 {} one {, el nombre de 1 persona} many {, los nombres de # de personas} other {, los nombres de # personas}}: unos {price}',
  'backfill.counted': 'X contó los posts, por {price}; el resto es una estimación a partir del último día.',
  'backfill.guessed':
    'Es una estimación a partir del último día. Con el token bearer de la app, X mismo contaría los posts.',
  'backfill.limits': 'X no muestra más de 800 menciones, 3200 posts propios y 30 días de mensajes directos.',
  'backfill.not-now': 'Ahora no',
  'backfill.begin': 'Empezar',
  'backfill.start': 'Leer {days} días por unos {price}',
  'backfill.further': 'Leer más atrás',
  'backfill.bar': '{source}: leído hasta ahora',
  'backfill.line':
    'Anteriores: {state, select, running {{items} leídos, hasta llegar al {date}.} paused {{items} leídos, en pausa antes de llegar al {date}.} cancelled {{items} aquí, detenido antes de llegar al {date}.} other {{items} aquí.}} Gasto: {price}.',
  'backfill.part.items': '{items} hasta ahora',
  'backfill.part.of': '{items} de unos {expected}',
  'backfill.part.reached': 'desde el {date}',
  'backfill.part.next': '(X permite la página siguiente a las {time})',
  'backfill.part.done': '{items}, todo aquí',
  'backfill.horizon': '{items}; X no muestra nada anterior al {date}',
  'backfill.pause': 'Pausar',
  'backfill.pause.name': 'Pausar la lectura de posts anteriores de @{username}',
  'backfill.resume': 'Seguir',
  'backfill.resume.name': 'Seguir leyendo posts anteriores de @{username}',
  'backfill.cancel': 'Detener',
  'backfill.cancel.name': 'Detener la lectura de posts anteriores de @{username}',
  'backfill.open': 'Posts anteriores',
  'backfill.entry': 'Posts anteriores de @{username}',
  'backfill.entry.detail': 'Posts anteriores de {brand}',

  'error.backfill.missing':
    'Aún no se ha pedido nada anterior de esta cuenta. Abra «Marcas y cuentas» y elija hasta dónde leer.',
  'error.backfill.budget':
    'La lectura de posts anteriores está en pausa: el presupuesto se agotó. Lo recibido se conserva. Aumente el presupuesto y siga después.',
}
