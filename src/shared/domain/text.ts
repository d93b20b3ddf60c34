/** @file Post text in the form that screens draw: runs of plain text and linked entities, unescaped, in UTF-16. */
import { z } from 'zod'

export const TextRun = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('mention'), text: z.string(), username: z.string() }),
  z.object({ kind: z.literal('hashtag'), text: z.string() }),
  z.object({ kind: z.literal('cashtag'), text: z.string() }),
  /** Shown as X's `display_url`, pointing at X's own short link. */
  z.object({ kind: z.literal('link'), text: z.string(), href: z.string() }),
])
export type TextRun = z.infer<typeof TextRun>

/** What X told with a message of a page that it links to; the page itself is never asked. */
export const LinkPreview = z.object({ title: z.string(), host: z.string(), href: z.string() })
export type LinkPreview = z.infer<typeof LinkPreview>

/** The same in one line of a row, which only the row's own press opens. */
export const LinkLine = LinkPreview.omit({ href: true })
export type LinkLine = z.infer<typeof LinkLine>

/** The text as it can be sent or pasted: links by their address, not by the short form that screens show. */
export const plainText = (runs: readonly TextRun[]): string =>
  runs.map((run) => (run.kind === 'link' ? run.href : run.text)).join('')
