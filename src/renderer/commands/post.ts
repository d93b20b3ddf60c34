/** @file Commands on posts at X beside answering: a new post, hiding, reposting, deleting, listening. Each opens a dialog. */
import type { Console } from '../state/console.ts'
import { deckOf } from '../state/rows.ts'
import type { ActKind } from '../state/session.ts'
import { t } from '../words.ts'
import { targetPost, targetTicket, type Context } from './context.ts'
import type { SettingsSection } from '../state/settings-sections.ts'
import type { Runtime } from './runtime.ts'

const target = (c: Console) => targetTicket(c.rows.getState(), c.session.getState())

/** The brand of the deck on screen; null over all brands: then it is asked for. */
export const brandInView = (c: Console): string | null =>
  deckOf(c.rows.getState(), c.session.getState().deckId)?.brandId ?? null

/** Opens what the brand in view settles for itself. */
export const showSettings = (c: Console, section: SettingsSection): void =>
  c.session.setState({ overlay: { kind: 'brand-settings', brandId: brandInView(c), section } })

/** What the open conversation must have for it. */
const needs: Record<ActKind, (x: Context) => boolean> = {
  'post.hide': (x) => x.hasTheirPost,
  'post.unhide': (x) => x.hasTheirPost,
  'post.repost': (x) => x.hasTheirPost,
  'post.unrepost': (x) => x.hasTheirPost,
  'post.bookmark': (x) => x.hasTheirPost,
  'post.unbookmark': (x) => x.hasTheirPost,
  'post.delete': (x) => x.hasOurPost,
  'person.mute': (x) => x.ticketChosen,
  'person.unmute': (x) => x.ticketChosen,
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
  // One draft of a brand's new post: it is written in one window.
  'post.compose': {
    when: (x) => x.workspaceOpen && x.hasColumn && !x.beside,
    run(c) {
      c.attempt(() => c.drafts.flush())
      c.session.setState({ overlay: { kind: 'compose', brandId: brandInView(c) } })
    },
  },
  'post.hide': ask('post.hide'),
  'post.unhide': ask('post.unhide'),
  'post.repost': ask('post.repost'),
  'post.bookmark': ask('post.bookmark'),
  'post.delete': ask('post.delete'),
  'person.mute': ask('person.mute'),
  'post.unrepost': ask('post.unrepost'),
  'post.unbookmark': ask('post.unbookmark'),
  'person.unmute': ask('person.unmute'),
  'post.own': {
    when: (x) => x.workspaceOpen && x.hasColumn && !x.beside,
    run(c) {
      // Whose a post is that somebody looks at is not asked.
      const post = targetPost(c.rows.getState(), c.session.getState())
      const brandId = brandInView(c) ?? post?.brandId ?? null
      c.session.setState({ overlay: { kind: 'own-posts', brandId } })
    },
  },
  'brand.settings': {
    when: (x) => x.workspaceOpen && x.hasColumn,
    run: (c) => showSettings(c, 'lifecycle'),
  },
  'listening.manage': {
    when: (x) => x.workspaceOpen && x.hasColumn,
    run: (c) => c.session.setState({ overlay: { kind: 'listening', brandId: brandInView(c) } }),
  },
} as const satisfies Record<string, Runtime>
