/**
 * @file Everything that can go wrong and that somebody is told about: one class, a closed set of codes, data typed by
 * code. Words for people are made from code and data by the message catalogue (`error.<code>`), never here. Foreign
 * errors are translated into these once, where they enter.
 */
import { z } from 'zod'

const none = z.object({})

/** The data of each code. Nothing secret may ever stand in one: they travel to the renderer and into the log. */
export const failureData = {
  /** A call whose input does not fit the contract. */
  'input.invalid': z.object({ method: z.string(), issues: z.array(z.string()) }),
  /** A bug of ours; the log has the whole story under this id. */
  internal: z.object({ id: z.string() }),
  /** Core ended or was restarted while the call was under way. */
  'core.gone': none,
  /** Another console holds this workspace. */
  'workspace.in-use': none,
  /** The file belongs to another X origin than the one asked for. */
  'workspace.other-origin': z.object({ expected: z.string(), found: z.string() }),
  /** The database was written by a newer version of Switchboard. */
  'workspace.newer': z.object({ found: z.number(), known: z.number() }),
  /** The file is not a readable database under the key that we have. */
  'workspace.unreadable': z.object({ path: z.string() }),
  /** The database is there, its key is not. */
  'workspace.key-missing': z.object({ path: z.string() }),
  'workspace.passphrase-wrong': none,
  /** This runtime may only open workspaces of loopback origins. */
  'workspace.runtime-unfit': z.object({ electron: z.string() }),
  /** The system printed nothing. */
  'print.failed': none,
  'disk.full': none,
  'disk.failed': z.object({ what: z.string() }),
  /** A settings file that cannot be read was put aside under another name. */
  'settings.corrupt': z.object({ keptAs: z.string() }),
  'vault.unreachable': none,
  'vault.locked': none,
  'vault.absent': z.object({ name: z.string() }),
  'practice.failed': z.object({ reason: z.string() }),
  /** X could not be reached at all; nothing left the machine. */
  'x.offline': none,
  /** No answer in time. For a write this means: the outcome is unknown. */
  'x.timeout': none,
  'x.rate-limited': z.object({ resetAt: z.number() }),
  /** The app's credits are used up (402). */
  'x.credits': z.object({ appId: z.string() }),
  /** The token is not accepted any more; the handle must be connected again. */
  'x.reconnect': z.object({ username: z.string() }),
  /** X refused (403, 404, 400); `reason` is one of `refusalReasons`. */
  'x.refused': z.object({ reason: z.string(), detail: z.string() }),
  /** X is in trouble (5xx). */
  'x.server': z.object({ status: z.number() }),
  /** An answer that is no valid answer (HTML, cut JSON, wrong shape). */
  'x.malformed': z.object({ endpoint: z.string() }),
  /** Two other computers hold the stream of this app: X allows no third. */
  'stream.busy': none,
  /** X does not accept the app's bearer token. */
  'stream.bearer': z.object({ app: z.string() }),
  /** A cap that a person set keeps Switchboard from asking X. `resetAt`: X's next midnight. */
  'money.capped': z.object({ scope: z.enum(['app', 'brand']), stream: z.string(), resetAt: z.number() }),
  'connect.app-missing': none,
  'connect.denied': none,
  'connect.expired': none,
  'connect.code-expired': none,
  'connect.wrong-state': none,
  'connect.address-invalid': none,
  'connect.ports-busy': z.object({ ports: z.array(z.number()) }),
  'connect.already': z.object({ username: z.string(), brand: z.string() }),
  'connect.other-handle': z.object({ expected: z.string(), found: z.string() }),
  /** The same for a handle that stands on a list, whose name may be misspelt there. */
  'connect.other-than-listed': z.object({ expected: z.string(), found: z.string(), brand: z.string() }),
  /** Another brand than the one that it was connected for waits for this handle. */
  'connect.listed-elsewhere': z.object({ username: z.string(), brand: z.string() }),
  /** It was connected for another brand, which was removed and whose data was kept. */
  'connect.was-elsewhere': z.object({ username: z.string(), brand: z.string() }),
  /** It was connected meanwhile, or taken off the list. */
  'connect.not-expected': none,
  'connect.failed': z.object({ detail: z.string() }),
  'agent.missing': z.object({ agentId: z.string() }),
  /** Only a lead may; `name`: who sits here, null: nobody said. */
  'agent.not-allowed': z.object({ name: z.string().nullable() }),
  'agent.name-taken': z.object({ name: z.string() }),
  /** Without a lead nobody could make one. */
  'agent.last-lead': none,
  'agent.pin-needed': z.object({ name: z.string() }),
  /** `left`: tries until PINs are not looked at for a while. */
  'agent.pin-wrong': z.object({ left: z.number() }),
  /** Too many wrong PINs; the next is looked at from then on, epoch ms. */
  'agent.pin-locked': z.object({ nextAt: z.number() }),
  /** They have none, and so cannot answer for anybody. */
  'agent.pin-none': z.object({ name: z.string() }),
  /** It leaves only once another agent said yes. */
  'approval.needed': none,
  /** It waits for nobody's word, or not any more. */
  'approval.none': none,
  /** This agent's word does not count. */
  'approval.not-by': z.object({ reason: z.enum(['author', 'trainee']), name: z.string() }),
  /** Another agent's word is wanted, and nobody said who writes. */
  'approval.no-author': none,
  /** The brand is not live yet: nothing of it goes out. */
  'brand.read-only': none,
  'brand.hidden': none,
  'brand.not-confirmed': z.object({ expected: z.string() }),
  'brand.missing': z.object({ brandId: z.string() }),
  /** No handle of it is signed in, so nothing can be read for it. */
  'brand.unconnected': z.object({ brand: z.string() }),
  /** The past of this handle was never asked for. */
  'backfill.missing': z.object({ handleId: z.string() }),
  /** Nothing is left of the budget for reading the past. */
  'backfill.budget': none,
  /** Its period is not over: what it counts would not last. */
  'report.early': none,
  /** A report goes to one client. */
  'report.clients': none,
  'report.missing': none,
  /** Its tickets were not kept with it. */
  'report.no-lines': none,
  /** Another file has the name that a file of a report is to have. */
  'report.taken': z.object({ name: z.string() }),
  /** Nothing is delivered by itself to this client. */
  'report.unscheduled': none,
  'client.missing': none,
  /** Neither a PNG nor a JPEG, by what is in it. */
  'logo.type': none,
  'logo.too-large': z.object({ kilobytes: z.number(), side: z.number() }),
  /** The folder of a dialog that nobody remembers: core began anew since. */
  'folder.unknown': none,
  'folder.gone': z.object({ folder: z.string() }),
  'folder.shut': z.object({ folder: z.string() }),
  /** Content of X's leaves in so many pieces a day and no more. `freshAt`: epoch ms, when the next day begins. */
  'export.limit': z.object({ needs: z.number(), left: z.number(), freshAt: z.number() }),
  'ticket.missing': z.object({ ticketId: z.string() }),
  /** An account that was flagged is not, or no longer, on this ticket. */
  'impostor.missing': none,
  /** From where it stands, an agent's key does not lead there. */
  /** Not of one customer with one brand. */
  'ticket.unlike': none,
  /** Something written there is not settled yet. */
  'ticket.busy': none,
  'ticket.nothing-to-split': none,
  'ticket.no-such-move': z.object({ from: z.string(), to: z.string() }),
  /** It was settled or dropped meanwhile. */
  'promise.missing': none,
  /** Nobody said who is at the keyboard. */
  'agent.nobody': none,
  /** A label that would record of a person what X forbids to record; `subject` is one of `label.subject.<subject>`. */
  'label.forbidden': z.object({ label: z.string(), subject: z.string() }),
  /** A file that is no handover; `issues` says what is wrong with it, a line each. */
  'handover.invalid': z.object({ issues: z.array(z.string()) }),
  'handover.newer': z.object({ found: z.number(), known: z.number() }),
  /** Its ids are of another X than this workspace's. */
  'handover.other-origin': z.object({ expected: z.string(), found: z.string() }),
  'handover.too-large': none,
  'job.missing': z.object({ jobId: z.string() }),
  /** Too late: the message is no longer held. */
  'job.left': z.object({ jobId: z.string() }),
  /** Something happened since the agent was shown what had changed: it must be looked at again. */
  'job.changed': z.object({ jobId: z.string() }),
  /** Too early: X is still asked whether it has the message. `decideAt`: epoch ms. */
  'job.looking': z.object({ decideAt: z.number() }),
  /** X has no way to undo this. */
  'job.final': z.object({ jobId: z.string() }),
  /** A brand still has stopped jobs that nobody decided about. */
  'outbox.undecided': z.object({ count: z.number() }),
  /** Not a time that a job could leave at. */
  'schedule.past': none,
  'handle.missing': z.object({ handleId: z.string() }),
  /** The handle may not do this with this post; `reason` is one of `act.<reason>`. */
  'post.missing': none,
  'post.ours': none,
  'post.not-allowed': z.object({ reason: z.string() }),
  /** A file that is no brand kit; `issues` says what is wrong with it, a line each. */
  'rule.missing': none,
  /** What a rule names, and there is not; for a label: it names none. */
  'rule.unfit': z.object({ what: z.enum(['brand', 'handle', 'agent', 'macro', 'label']) }),
  'rule.too-many': z.object({ most: z.number() }),
  'webhook.missing': none,
  'webhook.untried': z.object({ name: z.string() }),
  /** `why`: see WebhookFailure. */
  'webhook.failed': z.object({ host: z.string(), why: z.string() }),
  'alert.missing': none,
  'handle.other-brand': none,
  'field.missing': z.object({ field: z.string() }),
  'incident.missing': z.object({}),
  'incident.noticed': z.object({}),
  'incident.other-brand': z.object({}),
  'notice.missing': none,
  /** Nothing of it is out or waits to be: an update would stand under nothing. */
  'notice.no-first': none,
  /** That it is over is said already, or about to be. */
  'notice.cleared': none,
  /** It would leave before the first post of its notice does. */
  'notice.before-first': none,
  /** The handle is called otherwise than the screen showed. */
  'notice.other-handle': z.object({ expected: z.string(), found: z.string() }),
  'kit.invalid': z.object({ issues: z.array(z.string()) }),
  'keymap.invalid': z.object({ issues: z.array(z.string()) }),
  'deck.missing': none,
  /** It is there by itself, or is not: what was asked is for the other kind. */
  'deck.standing': none,
  'deck.full': z.object({ most: z.number() }),
  'deck.too-many': z.object({ most: z.number() }),
  'deck.invalid': z.object({ issues: z.array(z.string()) }),
  'deck.nothing': z.object({ name: z.string() }),
  /** Nobody who was ever seen here is called so. */
  'mute.nobody': z.object({ username: z.string() }),
  'mute.too-many': z.object({ most: z.number() }),
  'answer.missing': none,
  /** Nothing was answered in public. */
  'answer.none': none,
  /** No page can be exported; so many were left out. */
  'answer.no-pages': z.object({ leftOut: z.number() }),
  'macro.missing': none,
  /** `name` is no variable, or braces that are not closed. */
  'macro.unknown': z.object({ name: z.string(), macro: z.string() }),
  /** Another macro of the brand has this name or shortcut. */
  'macro.taken': z.object({ name: z.string() }),
  /** The message still has variables without a value. */
  'macro.unfilled': z.object({ names: z.array(z.string()) }),
  'reply.empty': none,
  'reply.too-long': z.object({ length: z.number(), limit: z.number() }),
  /** A customer may not be asked how it went; `reason` is one of `csat.not.<reason>`. */
  'csat.not-now': z.object({ reason: z.string() }),
  /** Text of another client's screen was to be pasted. */
  'guard.pasted': none,
  /** Guards keep a message back; `guards` are their names, never what they saw. */
  'guard.stopped': z.object({ guards: z.array(z.string()) }),
  /** The chosen way is not open for this ticket; `reason` is one of `routeReasons`. */
  'reply.no-route': z.object({ reason: z.string() }),
  /** A message of this ticket is already held or on its way. */
  'reply.already-out': none,
  /** Nothing is kept of this person. */
  'person.missing': none,
  /** A handle of this workspace is removed with its brand, not forgotten. */
  'person.ours': none,
  /** A message to this person is on its way, or nobody knows yet whether it arrived. */
  'person.busy': none,
  'person.not-confirmed': z.object({ expected: z.string() }),
  'draft.stale': z.object({ revision: z.number() }),
  'attachment.missing': z.object({ attachmentId: z.string() }),
  /** Neither a picture nor a film that X takes, by its first bytes. */
  'attachment.type': z.object({ name: z.string() }),
  'attachment.too-large': z.object({ name: z.string(), kind: z.string(), megabytes: z.number() }),
  'attachment.too-many': z.object({ name: z.string(), channel: z.string() }),
  /** Its pieces do not fit together: the file changed while it was read. */
  'attachment.changed': z.object({ name: z.string() }),
  /** Not all of it is here yet. */
  'attachment.arriving': z.object({ name: z.string() }),
  /** X looked at it and does not take it; `detail` is X's. */
  'attachment.failed': z.object({ name: z.string(), detail: z.string() }),
  'holidays.unreadable': none,
  'undo.nothing': none,
  /** It is no longer as the action left it: since, that event happened to it, by that agent; null: nobody knows. */
  'undo.conflict': z.object({
    action: z.string(),
    since: z.string().nullish(),
    by: z.string().nullish(),
  }),
} satisfies Record<string, z.ZodType>

export type FailureCode = keyof typeof failureData
export type FailureData<C extends FailureCode> = z.infer<(typeof failureData)[C]>

/** The one error class. `code` and `data` say all that a person is told; `message` is for the log. */
export class Failure<C extends FailureCode = FailureCode> extends Error {
  override readonly name = 'Failure'
  readonly code: C
  readonly data: FailureData<C>

  constructor(code: C, data: FailureData<C>, note?: string) {
    super(note ? `${code}: ${note}` : code)
    this.code = code
    this.data = data
  }

  /** Narrows to one code. */
  is<K extends FailureCode>(code: K): this is Failure<K> {
    return (this.code as FailureCode) === code
  }
}

/** A failure as it crosses a process border. */
export const WireFailure = z.object({ code: z.string(), data: z.unknown() })
export type WireFailure = z.infer<typeof WireFailure>

const isCode = (code: string): code is FailureCode => Object.hasOwn(failureData, code)

/** Rebuilds a failure from the other side; what does not fit the closed set arrives as `internal`. */
export function fromWire(wire: WireFailure): Failure {
  if (isCode(wire.code)) {
    const data = failureData[wire.code].safeParse(wire.data)
    if (data.success) return new Failure(wire.code, data.data)
  }
  return new Failure('internal', { id: 'unknown-failure' }, `unknown failure ${wire.code}`)
}

/** The form in which a failure is posted or stored. */
export const toWire = (failure: Failure): WireFailure => ({ code: failure.code, data: failure.data })
