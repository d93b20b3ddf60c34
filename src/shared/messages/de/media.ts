/** @file German words of pictures and films: in the conversation, and on their way out. */
import type { Translated } from '../translated.ts'
import type { mediaMessages as english } from '../en/media.ts'

export const mediaMessages: Translated<typeof english> = {
  'error.attachment.missing':
    'Diese Datei ist nicht mehr angehängt. Nichts wurde gesendet. Hängen Sie sie noch einmal an.',
  'error.attachment.type':
    '„{name}“ ist weder ein Bild noch ein Video, das X nimmt. Die Datei wurde nicht angehängt. Verwenden Sie JPEG, PNG, WebP, GIF, MP4 oder QuickTime.',
  'error.attachment.too-large':
    '„{name}“ ist zu groß für X: {kind, select, photo {Ein Foto} gif {Ein GIF} other {Ein Video}} darf {megabytes} MB haben. Die Datei wurde nicht angehängt. Verkleinern Sie sie.',
  'error.attachment.too-many':
    '„{name}“ wurde nicht angehängt: X nimmt {channel, select, dm {eine Datei pro Direktnachricht} other {bis zu vier Fotos, oder ein GIF, oder ein Video}}. Entfernen Sie zuerst etwas.',
  'error.attachment.changed':
    '„{name}“ wurde während des Lesens geändert. Das Gelesene wird nicht verwendet. Entfernen Sie die Datei und hängen Sie sie noch einmal an.',
  'error.attachment.arriving':
    '„{name}“ ist noch nicht ganz da. Nichts wurde gesendet. Warten Sie so lange und senden Sie dann noch einmal.',
  'error.attachment.failed':
    'X nimmt „{name}“ nicht an ({detail}). Nichts wurde gesendet, Ihr Text bleibt erhalten. Verwenden Sie eine andere Datei.',

  'command.reply.attach': 'Bild oder Video anhängen',
  'media.photo': 'Foto',
  'media.gif': 'GIF',
  'media.video': 'Video',
  'media.alt': 'ALT',
  'media.title': 'Volle Größe',
  'media.nth': '{n} von {count}',
  'media.open': 'Volle Größe: {name}',
  'media.previous': 'Voriges',
  'media.next': 'Nächstes',
  'media.missing': 'Ließ sich nicht laden.',
  'media.again': 'Noch einmal',
  'attachment.add': 'Bild oder Video anhängen',
  'attachment.list': 'Angehängte Dateien',
  'attachment.alt': 'Alternativtext',
  'attachment.alt.name': 'Alternativtext von {name}',
  'attachment.remove': '{name} entfernen',
  'attachment.arriving': '{name} wird gelesen',
  'attachment.uploading': '{name} wird zu X gesendet',
  'attachment.processing': 'X prüft {name}',
}
