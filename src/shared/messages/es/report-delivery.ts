/** @file Spanish words of how reports look for a client, their delivery by themselves, and exports with content. */
import type { Translated } from '../translated.ts'
import type { reportDeliveryMessages as english } from '../en/report-delivery.ts'

export const reportDeliveryMessages: Translated<typeof english> = {
  'command.report.schedule': 'Informes mensuales: calendario, logotipo y color',
  'said.report-scheduled': 'Los informes a este cliente se entregan cada mes',
  'said.report-unscheduled': 'Ya no se entrega nada a este cliente de forma automática',
  'said.report-delivering': 'El informe se está contando y escribiendo',
  'said.look-kept': 'Logotipo y color guardados para los informes de este cliente',
  'error.report.no-lines':
    'Este informe se entregó antes de que se conservaran con él las filas de tickets. Sus cifras y su PDF están; no se guardó nada.',
  'error.report.taken':
    'Ya hay otro archivo llamado {name} y no se tocó. El informe se conserva aquí: mueva ese archivo o elija otra carpeta.',
  'error.report.unscheduled':
    'No se entrega nada a este cliente de forma automática, así que no hay mes siguiente. Elija antes una carpeta y actívelo.',
  'error.client.missing': 'Este cliente ya no está aquí. No se cambió nada.',
  'error.logo.type':
    'Este archivo no es una imagen PNG ni JPEG, diga lo que diga su nombre. El logotipo sigue como estaba: elija otro archivo.',
  'error.logo.too-large':
    'Esta imagen supera {kilobytes} kB o {side} píxeles. El logotipo sigue como estaba: elija una más pequeña.',
  'error.folder.unknown':
    'Switchboard se reinició desde que eligió esta carpeta y no la conoce. No se cambió nada: elija la carpeta otra vez.',
  'error.folder.gone':
    'La carpeta {folder} no está. El informe se conserva aquí y no se escribió nada: recupere la carpeta o elija otra.',
  'error.folder.shut':
    'Switchboard no puede escribir en la carpeta {folder}. El informe se conserva aquí: permítalo o elija otra carpeta.',
  'error.export.limit':
    'Esto necesita {needs} publicaciones y personas de X, y hoy quedan {left}. No se exportó nada: tome un periodo más corto o espere hasta las {freshAt}.',
  'alert.report': 'No se pudo escribir un informe en su carpeta',
  'elsewhere.reason.report': 'No se pudo escribir un informe en su carpeta',
  'webhook.said.report': 'no se pudo escribir un informe',
  'report.delivery': 'Informes mensuales',
  'report.client': 'Cliente',
  'report.no-client': 'Aún no hay ningún cliente al que informar.',
  'report.schedules': 'Entrega automática',
  'report.schedule.none': 'No se entrega nada de forma automática.',
  'report.schedule.next': 'Siguiente: {month}, desde el {at}',
  'report.schedule.into': 'En {folder}',
  'report.schedule.last': 'Último: {month}, escrito el {at}',
  'report.schedule.trouble': '{month} no se pudo escribir el {at}. {why} Se intenta de nuevo el {again}.',
  'report.schedule.change': 'Calendario, logotipo y color',
  'report.schedule.change.of': 'Calendario, logotipo y color: {client}',
  'report.schedule.day': 'Día del mes',
  'report.schedule.why':
    'El mes anterior se cuenta, se congela y se escribe como PDF y CSV, a las seis de la mañana de los relojes de las marcas; si un mes no tiene ese día, el último. Si entonces el ordenador está apagado o Switchboard cerrado, se hace una vez cuando vuelva a abrirse. Las filas de tickets solo llevan identificadores y cifras propias.',
  'report.schedule.folder': 'Carpeta',
  'report.schedule.no-folder': 'ninguna elegida todavía',
  'report.schedule.choose': 'Elegir carpeta',
  'report.schedule.words': 'Un párrafo para el cliente, el mismo cada mes',
  'report.schedule.keep': 'Guardar',
  'report.schedule.start': 'Entregar cada mes',
  'report.schedule.now': 'Entregar ya el siguiente',
  'report.schedule.stop': 'No entregar más',
  'report.delivered.schedule': 'el calendario',
  'report.look': 'Logotipo y color',
  'report.look.choose': 'Elegir logotipo (PNG o JPEG)',
  'report.look.remove': 'Quitar el logotipo',
  'report.look.accent': 'Color',
  'report.look.keep': 'Guardar este color',
  'report.look.no-accent': 'Nuestros colores',
  'report.look.pale':
    'Este color es demasiado claro para el texto sobre papel blanco: se usa en líneas y barras, y el texto queda en negro.',
  'report.look.preview': 'La cabecera de un informe como quedará',
  'report.content': 'con publicaciones públicas y cuentas',
  'report.content.left':
    'Usa {needs, number} de las {limit, number} publicaciones y personas que la política de X deja salir al día; quedan {left, number} hasta el {at}. Cuenta en cuanto se hacen las filas, se guarden o no. Los mensajes directos se quedan aquí.',
  'report.content.too-much':
    'Necesita {needs, number} publicaciones y personas de X; quedan {left, number} de {limit, number} hasta el {at}. Nada se exporta a medias: tome un periodo más corto o menos marcas.',
}
