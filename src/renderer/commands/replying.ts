/** @file Commands for answering well: macros and what a brand lays down for its answers. */
import { cardOf, targetTicket } from './context.ts'
import { closeInPublic, moveToDm } from './ways-over.ts'
import { brandInView } from './post.ts'
import type { Runtime } from './runtime.ts'

export const replyingCommands = {
  'reply.macro': {
    when: (x) => x.ticketOpen && !x.isNote && !x.elsewhere,
    run: (c) => c.session.setState({ macroWanted: { macroId: null } }),
  },
  'reply.emoji': {
    when: (x) => x.ticketOpen && !x.elsewhere,
    run: (c) => c.session.setState({ emojiWanted: true }),
  },
  'reply.move-to-dm': {
    when: (x) => x.ticketChosen,
    run(c) {
      const ticketId = targetTicket(c.rows.getState(), c.session.getState())
      if (ticketId !== null) moveToDm(c, ticketId)
    },
  },
  'reply.close-in-public': {
    when: (x) => x.ticketChosen,
    run(c) {
      const ticketId = targetTicket(c.rows.getState(), c.session.getState())
      if (ticketId !== null) closeInPublic(c, ticketId)
    },
  },
  'playbook.show': {
    when: (x) => x.ticketOpen && !x.elsewhere,
    run: (c) => c.session.setState(({ playbookOpen }) => ({ playbookOpen: !playbookOpen })),
  },
  'brand.voice': {
    when: (x) => x.workspaceOpen && x.hasColumn,
    run(c) {
      c.attempt(() => c.drafts.flush())
      const card = cardOf(c.rows.getState(), targetTicket(c.rows.getState(), c.session.getState()))
      c.session.setState({ overlay: { kind: 'voice', brandId: card?.brandId ?? brandInView(c) } })
    },
  },
  'macro.manage': {
    when: (x) => x.workspaceOpen && x.hasColumn,
    run: (c) => c.session.setState({ overlay: { kind: 'macros', brandId: brandInView(c) } }),
  },
  'kit.open': {
    when: (x) => x.workspaceOpen && x.hasColumn,
    run: (c) => c.session.setState({ overlay: { kind: 'kit', brandId: brandInView(c) } }),
  },
} as const satisfies Record<string, Runtime>
