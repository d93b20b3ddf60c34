/**
 * @file What main and core say to each other over the parent port. Main keeps the keychain and the windows; core owns
 * the truth. Secrets pass here, and only here.
 */
import { z } from 'zod'
import { ColumnKind, ToldRow } from './domain/deck.ts'
import { MediaId, MediaType } from './domain/media.ts'
import { WorkspaceKind } from './domain/session.ts'
import { WireFailure } from './errors.ts'
import { OwnId } from './ids.ts'

/** One secret per entry; a value has at most 1,000 characters (Windows holds 2,560 bytes). */
export const SecretName = z.string().regex(/^[a-z0-9-]+(\/[A-Za-z0-9-]+)*$/)

/** The database in a workspace's folder. Main asks only whether it is there. */
export const databaseFileName = 'switchboard.db'

/** How the database key reaches core: from the keychain, from beside a practice database, or made from a passphrase. */
export const WorkspaceBoot = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  kind: WorkspaceKind,
  /** The folder that holds database, lock and media of this workspace, and nothing else's. */
  folder: z.string(),
  /** `https://api.x.com`, or a loopback origin. */
  xOrigin: z.string(),
  /**
   * What the database and the keychain entries are stamped with at birth: `practice` (its port changes with each start),
   * else `xOrigin`.
   */
  stamp: z.string(),
  /** Where X's consent page and web intents live: `https://x.com`, or the same loopback origin. */
  xWebOrigin: z.string(),
  /** 64 hex digits. */
  databaseKey: z.string().regex(/^[0-9a-f]{64}$/),
  secretsKept: z.enum(['keychain', 'beside', 'passphrase-and-memory']),
  clockOffsetMs: z.number(),
  /** Fixed loopback ports for the OAuth redirect, tried in order. */
  redirectPorts: z.array(z.number().int()),
  /** Practice only: handles to connect at first start, as the practice X granted them. */
  grants: z.unknown().nullable(),
})
export type WorkspaceBoot = z.infer<typeof WorkspaceBoot>

/** What of this workspace has not left yet: for the question at the end, the tray, and a computer kept awake. */
export const Outgoing = z.object({
  /** Held, queued, on their way, or frozen by Stop. */
  waiting: z.number().int(),
  scheduled: z.number().int(),
  /** When the first scheduled one leaves, by the clock of the machine. */
  nextScheduledAt: z.number().nullable(),
  /** Everything outgoing is frozen. */
  stopped: z.boolean(),
})
export type Outgoing = z.infer<typeof Outgoing>

/**
 * Replies that fell due just now: how many, and of which brands, by name. Nothing of a customer's. `loud`: how many of
 * them break through quiet hours.
 */
export const FellDue = z.object({
  brands: z
    .array(
      z.object({
        brandId: z.string(),
        name: z.string(),
        count: z.number().int().min(1),
        loud: z.number().int().min(0),
      }),
    )
    .min(1),
})
export type FellDue = z.infer<typeof FellDue>

/** A customer's message, or a post, that came into a column that makes itself known. */
export const Arrival = z.object({
  /** What it stands in there: a ticket, or the post itself. */
  row: ToldRow,
  /** Who wrote it, by name; empty while nobody knows. */
  author: z.string(),
  brandId: z.string(),
  brandName: z.string(),
  /** It breaks through quiet hours. */
  loud: z.boolean(),
  /** The first column that it stands in and that tells by a notice; null: none does. */
  notice: z
    .object({ deckId: z.string(), columnId: z.string(), kind: ColumnKind, title: z.string().nullable() })
    .nullable(),
  /** A column that it stands in tells by a tone. */
  sound: z.boolean(),
})
export type Arrival = z.infer<typeof Arrival>

/** What happens to the computer, as far as reading and sending go. */
export const PowerState = z.enum(['suspend', 'resume', 'online', 'offline'])
export type PowerState = z.infer<typeof PowerState>

/**
 * A picture or film on the disk of a workspace: `<folder>/<name>` in its folder, AES-256 in counter mode from zero under
 * `key`, so that any range of it can be opened alone.
 */
export const MediaFile = z.object({
  folder: z.enum(['media', 'outgoing']),
  name: MediaId,
  type: MediaType,
  /** How many plain bytes it has; sealed ones are as many. */
  bytes: z.number().int().min(0),
  /** 64 hex digits. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
})
export type MediaFile = z.infer<typeof MediaFile>

/** A frozen report whose files are to be written. */
export const WriteReport = z.object({
  reportId: OwnId,
  /** The folder that a person chose. */
  folder: z.string(),
  /** What its files are called, beside what each of them is. */
  name: z.string(),
})
export type WriteReport = z.infer<typeof WriteReport>

/** Main → core. */
export const ToCore = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('boot'), workspace: WorkspaceBoot }),
  /** A window connects. With a utility process the MessagePort travels along; over a fork main relays `port.message`. */
  z.object({ kind: z.literal('port.open'), portId: z.string(), relayed: z.boolean() }),
  z.object({ kind: z.literal('port.message'), portId: z.string(), message: z.unknown() }),
  z.object({ kind: z.literal('port.close'), portId: z.string() }),
  /** The answer to a vault request of core's. `value` is null for an absent entry. */
  z.object({ kind: z.literal('vault.answer'), requestId: z.number(), value: z.string().nullable() }),
  z.object({ kind: z.literal('vault.refusal'), requestId: z.number(), failure: WireFailure }),
  z.object({ kind: z.literal('host.answer'), requestId: z.number(), failure: WireFailure.nullable() }),
  /** A window asks for a picture or film by its opaque name. */
  z.object({ kind: z.literal('media.request'), requestId: z.number(), id: MediaId }),
  z.object({ kind: z.literal('power'), state: PowerState }),
  /** A person chose a folder in a dialog of main's: windows name it by `folderId` alone. */
  z.object({ kind: z.literal('folder.chosen'), folderId: z.uuid(), folder: z.string() }),
  /** `failure` null: all files are there. */
  z.object({ kind: z.literal('report.written'), requestId: z.number(), failure: WireFailure.nullable() }),
  /** Freeze everything outgoing; core answers `stopped` once it is written down. */
  z.object({ kind: z.literal('stop') }),
  /** Close the database and exit; core answers by ending. */
  z.object({ kind: z.literal('close') }),
])
export type ToCore = z.infer<typeof ToCore>

/** Core → main. */
export const FromCore = z.discriminatedUnion('kind', [
  /** The database is open. `brands` decides whether a live start falls back to practice. */
  z.object({ kind: z.literal('ready'), brands: z.number() }),
  /** Core cannot open this workspace; it ends after this. */
  z.object({ kind: z.literal('failed'), failure: WireFailure }),
  z.object({ kind: z.literal('port.message'), portId: z.string(), message: z.unknown() }),
  z.object({
    kind: z.literal('vault.request'),
    requestId: z.number(),
    action: z.discriminatedUnion('do', [
      z.object({ do: z.literal('read'), name: SecretName }),
      z.object({ do: z.literal('write'), name: SecretName, value: z.string().min(1).max(1_000) }),
      z.object({ do: z.literal('erase'), name: SecretName }),
    ]),
  }),
  /** Opens an address in the system browser, through main's one guarded function. */
  z.object({ kind: z.literal('host.open'), requestId: z.number(), url: z.string() }),
  /** `file` null: there is nothing that this workspace may show. */
  z.object({ kind: z.literal('media.answer'), requestId: z.number(), file: MediaFile.nullable() }),
  z.object({ kind: z.literal('report.write'), requestId: z.number(), job: WriteReport }),
  z.object({ kind: z.literal('badge'), needsReply: z.number(), pressing: z.boolean() }),
  z.object({ kind: z.literal('outgoing'), outgoing: Outgoing }),
  z.object({ kind: z.literal('fell-due'), due: FellDue }),
  z.object({ kind: z.literal('arrived'), arrivals: z.array(Arrival).min(1) }),
  z.object({ kind: z.literal('stopped') }),
])
export type FromCore = z.infer<typeof FromCore>
