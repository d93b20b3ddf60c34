/**
 * @file What is being typed, per ticket and channel. The text on screen leads; core keeps it 300 ms later, at the
 * latest when the composer is left. Revisions rise, so that an older save can never win over a newer one.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Clock } from '../../shared/clock.ts'
import type { Draft } from '../../shared/domain/ticket.ts'
import { Failure } from '../../shared/errors.ts'
import type { DraftChannel } from './session.ts'

export type LocalDraft = Draft & { dirty: boolean }

export type Drafts = {
  readonly store: StoreApi<{ byKey: ReadonlyMap<string, LocalDraft> }>
  text(ticketId: string, channel: DraftChannel): string
  /** Takes what was typed, and saves it soon. */
  type(ticketId: string, channel: DraftChannel, text: string): void
  /** Saves at once what is not saved yet; resolves when core has it, or could not take it. */
  flush(): Promise<void>
  /**
   * The same, also of what core could not take before: the text on screen leads.
   * @param ticketId null: of all tickets · @returns whether core has everything that was typed
   */
  kept(ticketId: string | null): Promise<boolean>
  /** Core moved the text on (sent it, stored it as a note): nothing is left to save. */
  taken(ticketId: string, channel: DraftChannel): void
  /** Rises with whatever happens here to the drafts of a ticket. */
  moment(ticketId: string): number
  /**
   * What core has for a ticket. Unsaved typing here stays, and what was asked for before something happened here is old.
   * @param asked the moment at which core was asked
   */
  restored(ticketId: string, drafts: readonly Draft[], asked: number): void
}

/** How long typing pauses before it is saved. */
const pauseMs = 300
const channels: readonly DraftChannel[] = ['public', 'dm', 'note']

export const draftKey = (ticketId: string, channel: DraftChannel): string => `${ticketId}:${channel}`

/** @param save core's `draft.save` · @param failed told of a save that did not work; the text stays on screen */
export function draftKeeper(
  clock: Clock,
  save: (draft: Draft) => Promise<Draft>,
  failed: (error: unknown) => void,
): Drafts {
  const store = createStore<{ byKey: ReadonlyMap<string, LocalDraft> }>(() => ({ byKey: new Map() }))
  const waiting = new Map<string, { ticketId: string; channel: DraftChannel; cancel: () => void }>()
  const saving = new Set<Promise<void>>()
  const moments = new Map<string, number>()

  const moment = (ticketId: string): number => moments.get(ticketId) ?? 0
  const happened = (ticketId: string): void => void moments.set(ticketId, moment(ticketId) + 1)

  function put(key: string, draft: LocalDraft | null): void {
    const byKey = new Map(store.getState().byKey)
    if (draft) byKey.set(key, draft)
    else byKey.delete(key)
    store.setState({ byKey })
  }

  async function keep(ticketId: string, channel: DraftChannel): Promise<void> {
    const key = draftKey(ticketId, channel)
    const draft = store.getState().byKey.get(key)
    if (!draft?.dirty) return
    try {
      await save({ ticketId, channel, text: draft.text, revision: draft.revision })
      happened(ticketId)
      const now = store.getState().byKey.get(key)
      if (now && now.revision === draft.revision) put(key, { ...now, dirty: false })
    } catch (error) {
      const now = store.getState().byKey.get(key)
      if (now && error instanceof Failure && error.is('draft.stale')) {
        put(key, { ...now, revision: Math.max(now.revision, error.data.revision) })
      }
      failed(error)
    }
  }

  function saveNow(key: string): void {
    const due = waiting.get(key)
    if (!due) return
    due.cancel()
    waiting.delete(key)
    begin(due.ticketId, due.channel)
  }

  function begin(ticketId: string, channel: DraftChannel): void {
    const done = keep(ticketId, channel).finally(() => saving.delete(done))
    saving.add(done)
  }

  /** What was typed here and core does not have. */
  const unsaved = (ticketId: string | null): [string, LocalDraft][] =>
    [...store.getState().byKey].filter(
      ([, draft]) => draft.dirty && (ticketId === null || draft.ticketId === ticketId),
    )

  async function flush(): Promise<void> {
    for (const key of waiting.keys()) saveNow(key)
    await Promise.all(saving)
  }

  return {
    store,
    text: (ticketId, channel) => store.getState().byKey.get(draftKey(ticketId, channel))?.text ?? '',
    type(ticketId, channel, text) {
      const key = draftKey(ticketId, channel)
      const revision = (store.getState().byKey.get(key)?.revision ?? 0) + 1
      put(key, { ticketId, channel, text, revision, dirty: true })
      happened(ticketId)
      waiting.get(key)?.cancel()
      waiting.set(key, { ticketId, channel, cancel: clock.after(pauseMs, () => saveNow(key)) })
    },
    flush,
    async kept(ticketId) {
      await flush()
      for (const [key, draft] of unsaved(ticketId)) {
        // As with the next letter: one that is as old as core's would be refused again.
        put(key, { ...draft, revision: draft.revision + 1 })
        begin(draft.ticketId, draft.channel)
      }
      await flush()
      return unsaved(ticketId).length === 0
    },
    taken(ticketId, channel) {
      const key = draftKey(ticketId, channel)
      waiting.get(key)?.cancel()
      waiting.delete(key)
      put(key, null)
      happened(ticketId)
    },
    moment,
    restored(ticketId, drafts, asked) {
      if (asked !== moment(ticketId)) return
      for (const channel of channels) {
        const key = draftKey(ticketId, channel)
        const mine = store.getState().byKey.get(key)
        if (mine?.dirty) continue
        const theirs = drafts.find((draft) => draft.channel === channel)
        if (!theirs) {
          if (mine) put(key, null)
        } else if (!mine || theirs.revision !== mine.revision || theirs.text !== mine.text) {
          put(key, { ...theirs, ticketId, dirty: false })
        }
      }
    },
  }
}
