/** @file Words of pictures and films: in the conversation, and on their way out. */

export const mediaMessages = {
  'error.attachment.missing': 'This file is no longer attached. Nothing was sent. Attach it again.',
  'error.attachment.type':
    '“{name}” is neither a picture nor a film that X takes. It was not attached. Use JPEG, PNG, WebP, GIF, MP4 or QuickTime.',
  'error.attachment.too-large':
    '“{name}” is too large for X: {kind, select, photo {a photo} gif {a GIF} other {a video}} may have {megabytes} MB. It was not attached. Make it smaller.',
  'error.attachment.too-many':
    '“{name}” was not attached: X takes {channel, select, dm {one file with a direct message} other {up to four photos, or one GIF, or one video}}. Take something off first.',
  'error.attachment.changed':
    '“{name}” changed while it was read. What was read is not used. Take it off and attach it again.',
  'error.attachment.arriving':
    '“{name}” is not all here yet. Nothing was sent. Wait until it is, then send again.',
  'error.attachment.failed':
    'X does not take “{name}” ({detail}). Nothing was sent, your text is kept. Use another file.',

  'command.reply.attach': 'Attach a picture or film',
  'media.photo': 'Photo',
  'media.gif': 'GIF',
  'media.video': 'Video',
  'media.alt': 'ALT',
  'media.title': 'Full size',
  'media.nth': '{n} of {count}',
  'media.open': 'Full size: {name}',
  'media.previous': 'Previous',
  'media.next': 'Next',
  'media.missing': 'Could not be loaded.',
  'media.again': 'Try again',
  'attachment.add': 'Attach a picture or film',
  'attachment.list': 'Attached files',
  'attachment.alt': 'Alternative text',
  'attachment.alt.name': 'Alternative text of {name}',
  'attachment.remove': 'Take off {name}',
  'attachment.arriving': 'Reading {name}',
  'attachment.uploading': 'Sending {name} to X',
  'attachment.processing': 'X looks at {name}',
} as const
