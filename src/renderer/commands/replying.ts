/** @file Commands for answering well: macros and what a brand lays down for its answers. */
import { brandInView } from './post.ts'
import type { Runtime } from './runtime.ts'

export const replyingCommands = {
  'reply.macro': {
    when: (x) => x.ticketOpen && !x.isNote,
    run: (c) => c.session.setState({ pickingMacro: true }),
  },
  'macro.manage': {
    when: (x) => x.workspaceOpen && x.hasColumn,
    run: (c) => c.session.setState({ overlay: { kind: 'macros', brandId: brandInView(c) } }),
  },
} as const satisfies Record<string, Runtime>
