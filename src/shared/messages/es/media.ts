/** @file Spanish words of pictures and films: in the conversation, and on their way out. */
import type { Translated } from '../translated.ts'
import type { mediaMessages as english } from '../en/media.ts'

export const mediaMessages: Translated<typeof english> = {
  'error.attachment.missing': 'Este archivo ya no está adjunto. No se envió nada. Adjúntelo de nuevo.',
  'error.attachment.type':
    '«{name}» no es una imagen ni un vídeo que X acepte. No se adjuntó. Use JPEG, PNG, WebP, GIF, MP4 o QuickTime.',
  'error.attachment.too-large':
    '«{name}» es demasiado grande para X: {kind, select, photo {una foto} gif {un GIF} other {un vídeo}} puede tener {megabytes} MB. No se adjuntó. Reduzca su tamaño.',
  'error.attachment.too-many':
    '«{name}» no se adjuntó: X acepta {channel, select, dm {un archivo por mensaje directo} other {hasta cuatro fotos, o un GIF, o un vídeo}}. Quite algo primero.',
  'error.attachment.changed':
    '«{name}» cambió mientras se leía. Lo leído no se usa. Quítelo y adjúntelo de nuevo.',
  'error.attachment.arriving':
    '«{name}» aún no está completo aquí. No se envió nada. Espere a que lo esté y envíe de nuevo.',
  'error.attachment.failed':
    'X no acepta «{name}» ({detail}). No se envió nada, su texto se conserva. Use otro archivo.',

  'command.reply.attach': 'Adjuntar imagen o vídeo',
  'media.photo': 'Foto',
  'media.gif': 'GIF',
  'media.video': 'Vídeo',
  'media.alt': 'ALT',
  'media.title': 'Tamaño completo',
  'media.nth': '{n} de {count}',
  'media.open': 'Tamaño completo: {name}',
  'media.previous': 'Anterior',
  'media.next': 'Siguiente',
  'media.missing': 'No se pudo cargar.',
  'media.again': 'Reintentar',
  'attachment.add': 'Adjuntar imagen o vídeo',
  'attachment.list': 'Archivos adjuntos',
  'attachment.alt': 'Texto alternativo',
  'attachment.alt.name': 'Texto alternativo de {name}',
  'attachment.remove': 'Quitar {name}',
  'attachment.arriving': 'Leyendo {name}',
  'attachment.uploading': 'Enviando {name} a X',
  'attachment.processing': 'X examina {name}',
}
