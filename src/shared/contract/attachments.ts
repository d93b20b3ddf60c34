/** @file Files on a draft, and pictures that windows show. Part of the contract. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { altTextLimit, AttachedTo, AttachmentView, chunkBytes, MediaId } from '../domain/media.ts'
import { PicturePrint } from '../domain/picture-print.ts'
import { nothing } from './common.ts'

/** A piece of a file. */
const Piece = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length > 0 && value.length <= chunkBytes,
)

export const attachmentsContract = {
  /**
   * Attaches a file to a draft; its first piece comes along and says what it is.
   * @throws `attachment.type`, `attachment.too-large`, `attachment.too-many`
   */
  'attachment.add': {
    input: z.object({
      to: AttachedTo,
      name: z.string().trim().min(1).max(255),
      bytes: z.number().int().min(1),
      head: Piece,
      /** How it looks; null for a film, and for what a window cannot draw. */
      print: PicturePrint.nullable(),
    }),
    output: AttachmentView,
  },
  /** The next piece, up to 1 MiB; the same one again changes nothing. @throws `attachment.changed` */
  'attachment.append': {
    input: z.object({ attachmentId: OwnId, at: z.number().int().min(0), bytes: Piece }),
    output: AttachmentView,
  },
  /** Its text for those who cannot see it. X is told when the message leaves. */
  'attachment.describe': {
    input: z.object({ attachmentId: OwnId, alt: z.string().trim().max(altTextLimit) }),
    output: AttachmentView,
  },
  /**
   * The files of a ticket's public draft go along into its direct message, as far as X takes them there; the others stay.
   * @returns how many stay
   */
  'attachment.to-dm': {
    input: z.object({ ticketId: OwnId }),
    output: z.object({ left: z.number().int() }),
  },
  'attachment.remove': { input: z.object({ attachmentId: OwnId }), output: nothing },
  /** What hangs on a draft. For tickets it stands in `ticket.get` as well. */
  'attachment.list': { input: z.object({ to: AttachedTo }), output: z.array(AttachmentView) },
  /** A window drew a picture of a message, which looks so. The first word counts; a name that is gone changes nothing. */
  'media.seen': { input: z.object({ mediaId: MediaId, print: PicturePrint }), output: nothing },
}
