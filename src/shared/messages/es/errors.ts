/** @file What failures say to people, in Spanish. One entry per code of `errors.ts`. */
import type { Translated } from '../translated.ts'
import type { errorMessages as english } from '../en/errors.ts'

export const errorMessages: Translated<typeof english> = {
  'error.input.invalid':
    'Switchboard rechazó una petición propia ({method}). No se cambió nada. Recargue la ventana; si vuelve a ocurrir, avise del fallo.',
  'error.internal':
    'Algo falló dentro de Switchboard. Sus datos están como antes. Inténtelo de nuevo; el registro guarda los detalles con el identificador {id}.',
  'error.core.gone':
    'El motor del espacio de trabajo se detuvo. Lo guardado se conserva y se está reiniciando. Repita el último paso en un momento.',
  'error.workspace.in-use':
    'Otro Switchboard tiene abierto este espacio de trabajo. No se cambió nada. Cierre el otro y vuelva a intentarlo.',
  'error.workspace.other-origin':
    'Este archivo pertenece a {found}, no a {expected}. Quedó intacto. Abra el espacio de trabajo que le corresponde.',
  'error.workspace.newer':
    'Este espacio de trabajo lo escribió un Switchboard más reciente (versión {found}; este conoce la {known}). Quedó intacto. Actualice Switchboard para abrirlo.',
  'error.workspace.unreadable':
    'No se puede leer el archivo {path} del espacio de trabajo. Quedó intacto. Restaure una copia de seguridad o mueva el archivo para empezar de nuevo.',
  'error.workspace.key-missing':
    'El archivo {path} del espacio de trabajo está aquí, pero su clave no está en el llavero. El archivo quedó intacto. Desbloquee o restaure el llavero de este usuario y vuelva a intentarlo.',
  'error.workspace.passphrase-wrong':
    'Esa frase de contraseña no abre este espacio de trabajo. No se cambió nada. Inténtelo de nuevo.',
  'error.workspace.runtime-unfit':
    'Este es el entorno provisional (Electron {electron}), un motor de navegador sin actualizaciones de seguridad. Solo abre espacios de práctica y locales, para no poner en riesgo credenciales reales. Para conectar una cuenta real, inicie Switchboard donde se pueda descargar el Electron oficial.',
  'error.print.failed':
    'El sistema no imprimió nada. El ticket está como estaba. Compruebe que hay una impresora, o guárdelo como PDF, e imprima de nuevo.',
  'error.disk.full':
    'El disco está lleno. No se perdió nada de lo guardado, pero no se puede guardar nada nuevo. Libere espacio y vuelva a intentarlo.',
  'error.disk.failed':
    'El disco falló al tratar {what}. Lo guardado antes se conserva. Revise el disco y vuelva a intentarlo.',
  'error.settings.corrupt':
    'No se pudo leer el archivo de ajustes. Se conservó como {keptAs}, y Switchboard sigue con los ajustes predeterminados.',
  'error.vault.unreachable':
    'Ningún servicio de llavero responde en este dispositivo. Sus datos se conservan. Inicie el llavero (Secret Service) y vuelva a intentarlo.',
  'error.vault.locked':
    'El llavero está bloqueado. Sus datos se conservan. Desbloquéelo y vuelva a intentarlo.',
  'error.vault.absent':
    'El llavero no tiene la entrada {name}. Sus datos se conservan. Vuelva a conectar la cuenta para guardar una nueva.',
  'error.practice.failed':
    'El mundo de práctica no pudo arrancar: {reason}. Los espacios reales quedan intactos. Inténtelo de nuevo o empiece la práctica de cero.',
  'error.x.offline':
    'No se puede conectar con X. Nada salió de este dispositivo. Se reintenta solo en cuanto vuelva la red.',
  'error.x.timeout':
    'X no respondió a tiempo. Para un mensaje significa que quizá se envió. Switchboard mira en X antes de enviar nada dos veces.',
  'error.x.rate-limited': 'X pide esperar. No se pierde nada; sigue solo a las {resetAt}.',
  'error.x.credits':
    'La app de X se quedó sin créditos y X no responde a ninguna llamada de pago. Todo lo de aquí se conserva. Añada créditos en console.x.com; sigue solo.',
  'error.x.reconnect':
    'X ya no acepta el inicio de sesión de @{username}. Sus tickets y borradores se conservan. Reconecte @{username} para seguir.',
  'error.x.refused': '{why} Su texto se conserva. Cámbielo, elija otra vía o descártelo.',
  'refusal.not-summoned':
    'X permite a esta cuenta responder solo a posts cuyo autor la nombra o la cita: responda en el propio sitio de X.',
  'refusal.duplicate':
    'X ya tiene el mismo texto; quizá un intento anterior llegó, así que mírelo primero en X.',
  'refusal.replies-restricted': 'El autor restringió quién puede responder.',
  'refusal.deleted': 'El post ya no está en X.',
  'refusal.protected': 'El post o la persona están protegidos en X.',
  'refusal.suspended': 'X ha suspendido a la otra persona.',
  'refusal.dm-closed': 'Esta persona no acepta mensajes directos de esta cuenta.',
  'refusal.encrypted':
    'Esta conversación pasó a X Chat, que está cifrado: Switchboard no puede escribir allí. Responda en X Chat.',
  'refusal.account-suspended': 'X ha suspendido esta cuenta.',
  'refusal.account-locked': 'X ha bloqueado esta cuenta: inicie sesión en x.com para desbloquearla.',
  'refusal.app-suspended': 'X ha suspendido esta app: consulte console.x.com.',
  'refusal.app-not-enrolled': 'La app de X no puede usar esta parte de X: consulte console.x.com.',
  'refusal.missing-permission':
    'El inicio de sesión no permite esto: reconecte la cuenta con permiso de escritura.',
  'refusal.wrong-token-kind': 'El inicio de sesión es de un tipo que X no acepta aquí: reconecte la cuenta.',
  'refusal.wrong-clock':
    'El reloj de este dispositivo está demasiado desajustado: póngalo en hora y envíe de nuevo.',
  'refusal.not-found': 'X no encuentra aquello a lo que pertenece este mensaje.',
  'refusal.invalid-request': 'X no acepta este mensaje tal como está: {detail}',
  'refusal.forbidden': 'X lo rechazó: {detail}',
  'error.x.server': 'X tiene problemas (respondió {status}). No se pierde nada; se reintenta solo.',
  'error.x.malformed':
    'X envió una respuesta sin sentido ({endpoint}). No se guardó nada de ella; se reintenta solo.',
  'error.connect.app-missing':
    'Aún no hay credenciales de una app de X para este inicio de sesión. No se cambió nada. Introdúzcalas primero.',
  'error.connect.denied':
    'Se denegó el acceso en X. No se conectó nada. Empiece de nuevo y elija «Autorizar app» si fue un error.',
  'error.connect.expired': 'Pasaron cinco minutos sin iniciar sesión. No se conectó nada. Empiece de nuevo.',
  'error.connect.code-expired':
    'El código de esa dirección tenía más de 30 segundos. No se conectó nada. Empiece de nuevo y péguela antes.',
  'error.connect.wrong-state':
    'Esa dirección pertenece a otro inicio de sesión. No se conectó nada. Pegue la dirección de la pestaña más reciente del navegador.',
  'error.connect.address-invalid':
    'Esa no es la dirección a la que X le devuelve. No se conectó nada. Copie la dirección completa del navegador; empieza por http://127.0.0.1.',
  'error.connect.ports-busy':
    'Otros programas usan todos los puertos a los que X puede devolverle ({ports}). No se conectó nada. Cierre lo que use uno de ellos y vuelva a intentarlo.',
  'error.connect.already':
    '@{username} ya está conectada, en {brand}. No se cambió nada. Elija otra cuenta en la página de X.',
  'error.connect.other-handle':
    'Inició sesión como @{found}, pero se esperaba @{expected}. No se conectó nada. Cambie de cuenta en X y vuelva a intentarlo.',
  'error.connect.failed':
    'X rechazó el inicio de sesión: {detail}. No se conectó nada. Revise las credenciales de la app y vuelva a intentarlo.',
  'error.brand.missing': 'Esta marca ya no está aquí. No se cambió nada. Elija otra.',
  'error.ticket.missing': 'Este ticket ya no está aquí. No se cambió nada. Elija otro.',
  'error.job.missing': 'Este mensaje ya no está aquí. No se cambió nada. Mire en el hilo qué fue de él.',
  'error.job.left':
    'Demasiado tarde: el mensaje va camino de X. «Deshacer» recupera el ticket; el mensaje se queda.',
  'error.job.changed':
    'Algo cambió mientras decidía. No se envió nada. La lista muestra ahora lo que hay: decida de nuevo.',
  'error.job.looking':
    'Demasiado pronto: aún se pregunta a X si tiene este mensaje, y todavía puede llegar. No se reenvió nada. Decida después de las {decideAt}.',
  'error.reply.empty': 'Aún no hay nada que enviar. Escriba algo primero.',
  'error.reply.too-long':
    'El texto es demasiado largo: {length} de {limit}. Se conserva como borrador. Acórtelo y envíe de nuevo.',
  'error.reply.no-route':
    '{moved, select, true {La conversación avanzó mientras escribía: el post que iba a responder ya no es el indicado. Su texto se conserva como borrador. Mire el hilo y envíe de nuevo.} other {Esta vía de respuesta no está abierta para el ticket. Su texto se conserva como borrador. Elija otra vía encima del texto.}}',
  'error.reply.already-out':
    'Ya hay un mensaje de este ticket retenido o en camino. Su texto se conserva como borrador. Envíelo cuando el otro haya salido, o recupere aquel con «Deshacer».',
  'error.person.missing': 'Aquí no se guarda nada de esta persona.',
  'error.person.ours':
    'Esta es una cuenta de este espacio de trabajo. Quite su marca en su lugar; no se olvidó nada.',
  'error.person.busy':
    'Un mensaje a esta persona está en camino, o no se sabe si llegó. No se olvidó nada. Aclare primero ese mensaje.',
  'error.person.not-confirmed': 'Escriba @{expected} para confirmar. No se olvidó nada.',
  'error.draft.stale':
    'Este borrador se cambió en otra ventana. Lo que ve aquí se conserva; la próxima letra que escriba lo guarda.',
  'error.undo.nothing': 'No hay nada que deshacer.',
  'error.undo.conflict':
    '{what, select, none {Modificado después} other {{what} después}}{by, select, none {} other { por {by}}}: por eso no se deshizo. No se cambió nada. Abra el ticket y ajústelo a mano, o deshaga otra vez para ir a lo anterior.',
  'error.keymap.invalid':
    'Este archivo no contiene teclas legibles: {issues}. No se cambió nada. Elija otro archivo o corrija este.',
  'error.post.missing': 'Este post ya no está, o sus cuentas ya no pueden verlo. No se cambió nada.',
  'error.post.ours': 'Este es un post propio: no es petición de nadie. No se cambió nada.',
  'error.deck.missing': 'Este tablero ya no está. Elija otro; sus tickets siguen donde estaban.',
  'error.deck.standing': 'Este tablero existe por sí mismo: se puede ordenar, pero no renombrar ni quitar.',
  'error.deck.full': 'En un tablero caben {most} columnas. No se añadió nada. Quite una o cree otro tablero.',
  'error.deck.too-many': 'Hay {most} tableros. No se creó nada. Quite uno primero.',
  'error.deck.invalid':
    'Este archivo no es un tablero legible: {issues}. No se cambió nada. Elija otro archivo o corrija este.',
  'error.deck.nothing':
    'Aquí no se conoce nada de «{name}»: ninguna de sus cuentas está conectada. No se creó nada. Conecte primero una de ellas.',
}
