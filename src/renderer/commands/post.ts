/** @file Commands on posts at X beside answering: a new post, hiding, reposting, deleting. Each asks in a dialog first. */
import type { Console } from '../state/console.ts'
import { deckOf } from '../state/rows.ts'
import type { ActKind } from '../state/session.ts'
import { t } from '../words.ts'
import { targetTicket, type Context } from './context.ts'
import type { Runtime } from './runtime.ts'

const target = (c: Console) => targetTicket(c.rows.getState(), c.session.getState())

/** What the open conversation must have for it. */
const needs: Record<ActKind, (x: Context) => boolean> = {
  'post.hide': (x) => x.hasTheirPost,
  'post.unhide': (x) => x.hasTheirPost,
  'post.repost': (x) => x.hasTheirPost,
  'post.bookmark': (x) => x.hasTheirPost,
  'post.delete': (x) => x.hasOurPost,
  'person.mute': (x) => x.ticketChosen,
}

const ask = (act: ActKind): Runtime => ({
  when: (x) => x.ticketChosen && needs[act](x),
  run(c) {
    const ticketId = target(c)
    if (ticketId === null) return c.say(t('said.no-ticket'))
    c.attempt(() => c.drafts.flush())
    c.session.setState({ overlay: { kind: 'act', act, ticketId } })
  },
})

export const postCommands = {
  'post.compose': {
    when: (x) => x.workspaceOpen && x.hasColumn,
    run(c) {
      c.attempt(() => c.drafts.flush())
      const brandId = deckOf(c.rows.getState(), c.session.getState().deckId)?.brandId ?? null
      c.session.setState({ overlay: { kind: 'compose', brandId } })
    },
  },
  'post.hide': ask('post.hide'),
  'post.unhide': ask('post.unhide'),
  'post.repost': ask('post.repost'),
  'post.bookmark': ask('post.bookmark'),
  'post.delete': ask('post.delete'),
  'person.mute': ask('person.mute'),
  'post.edit': {
    when: (x) => x.ticketChosen && x.hasOurPost,
    run(c) {
      const ticketId = target(c)
      if (ticketId !== null) c.session.setState({ overlay: { kind: 'edit', ticketId } })
    },
  },
} as const satisfies Record<string, Runtime>
