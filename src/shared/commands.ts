/**
 * @file Every action of the console, declared once: native menu, palette, cheat sheet, tooltips and
 * `aria-keyshortcuts` read this table. Behaviour lives in `renderer/commands`.
 */

/** Where a key counts. An inner scope is asked before the outer: overlay › composer › ticket › column › app. */
export type Scope = 'overlay' | 'composer' | 'ticket' | 'column' | 'app'
export type Group = 'move' | 'answer' | 'outbox' | 'post' | 'ticket' | 'view' | 'workspace'

/** `Mod` is Ctrl, on a Mac Cmd. A sequence is written with a space: `g i`. Title words: catalogue `command.<id>`. */
export type CommandDeclaration = {
  id: string
  group: Group
  scope: Scope
  keys: readonly string[]
  /** Not offered in the palette: it only makes sense as a key. */
  hidden?: true
}

export const commands = [
  { id: 'row.next', group: 'move', scope: 'column', keys: ['j', 'ArrowDown'] },
  { id: 'row.previous', group: 'move', scope: 'column', keys: ['k', 'ArrowUp'] },
  { id: 'row.open', group: 'move', scope: 'column', keys: ['Enter', 'o'] },
  { id: 'column.next', group: 'move', scope: 'column', keys: [']', 'ArrowRight'] },
  { id: 'column.previous', group: 'move', scope: 'column', keys: ['[', 'ArrowLeft'] },
  ...([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map(
    (n) =>
      ({ id: `column.jump-${n}`, group: 'move', scope: 'column', keys: [`${n}`], hidden: true }) as const,
  ),
  { id: 'column.jump-last', group: 'move', scope: 'column', keys: ['0'], hidden: true },
  { id: 'brand.go', group: 'move', scope: 'app', keys: ['g b'] },
  { id: 'column.go', group: 'move', scope: 'app', keys: ['g c'] },
  { id: 'column.mine', group: 'move', scope: 'app', keys: ['g w'] },
  { id: 'column.unowned', group: 'move', scope: 'app', keys: ['g u'] },
  { id: 'column.snoozed', group: 'move', scope: 'app', keys: ['g z'] },
  { id: 'column.debts', group: 'move', scope: 'app', keys: ['g f'] },
  { id: 'column.quiet', group: 'move', scope: 'app', keys: [] },
  { id: 'column.notes-to-me', group: 'move', scope: 'app', keys: ['g e'] },
  { id: 'column.add', group: 'view', scope: 'app', keys: ['Mod+Shift+N'] },
  { id: 'column.person', group: 'view', scope: 'column', keys: [] },
  { id: 'column.move-left', group: 'view', scope: 'column', keys: ['Mod+Shift+ArrowLeft'] },
  { id: 'column.move-right', group: 'view', scope: 'column', keys: ['Mod+Shift+ArrowRight'] },
  { id: 'column.width', group: 'view', scope: 'column', keys: ['='] },
  { id: 'column.compact', group: 'view', scope: 'column', keys: [] },
  { id: 'column.fold', group: 'view', scope: 'column', keys: ['-'] },
  { id: 'column.hide', group: 'view', scope: 'column', keys: [] },
  { id: 'column.filter', group: 'move', scope: 'column', keys: ['Mod+F'] },
  { id: 'column.newest', group: 'move', scope: 'column', keys: ['.'] },
  { id: 'select.toggle', group: 'move', scope: 'column', keys: ['x'] },
  { id: 'select.next', group: 'move', scope: 'column', keys: ['Shift+J'] },
  { id: 'select.previous', group: 'move', scope: 'column', keys: ['Shift+K'] },
  { id: 'select.all', group: 'move', scope: 'column', keys: ['* a'] },
  { id: 'select.none', group: 'move', scope: 'column', keys: ['* n'] },
  { id: 'layer.close', group: 'move', scope: 'app', keys: ['Escape'], hidden: true },

  { id: 'reply.public', group: 'answer', scope: 'column', keys: ['r'] },
  { id: 'reply.dm', group: 'answer', scope: 'column', keys: ['d'] },
  { id: 'reply.note', group: 'answer', scope: 'column', keys: ['m'] },
  { id: 'reply.on-x', group: 'answer', scope: 'column', keys: ['Shift+R'] },
  { id: 'reply.send', group: 'answer', scope: 'composer', keys: ['Mod+Enter'] },
  { id: 'reply.send-and-solve', group: 'answer', scope: 'composer', keys: ['Mod+Shift+Enter'] },
  { id: 'round.skip', group: 'answer', scope: 'composer', keys: ['Mod+Shift+J'] },
  { id: 'reply.attach', group: 'answer', scope: 'composer', keys: ['Mod+Shift+U'] },
  { id: 'reply.cycle-channel', group: 'answer', scope: 'composer', keys: ['Mod+Shift+D'] },

  { id: 'reply.macro', group: 'answer', scope: 'composer', keys: ['Mod+/'] },
  { id: 'guard.better', group: 'answer', scope: 'composer', keys: ['Mod+Shift+B'] },
  { id: 'guard.show', group: 'answer', scope: 'composer', keys: ['Mod+Shift+G'] },
  { id: 'reply.move-to-dm', group: 'answer', scope: 'column', keys: ['Shift+D'] },
  { id: 'reply.close-in-public', group: 'answer', scope: 'column', keys: ['Shift+L'] },
  { id: 'playbook.show', group: 'answer', scope: 'composer', keys: ['Mod+Shift+P'] },
  { id: 'brand.voice', group: 'answer', scope: 'composer', keys: ['Mod+Shift+V'] },
  { id: 'guard.ask-to-delete', group: 'answer', scope: 'composer', keys: ['Mod+Shift+X'] },
  { id: 'reply.schedule', group: 'answer', scope: 'composer', keys: ['Mod+Shift+S'] },
  { id: 'reply.schedule-at-opening', group: 'answer', scope: 'composer', keys: ['Mod+Shift+O'] },

  { id: 'post.compose', group: 'outbox', scope: 'app', keys: ['c'] },
  { id: 'reply.recall-newest', group: 'outbox', scope: 'app', keys: ['Shift+Z'] },
  // Main hears this key before any page does; here it is declared for menus, the palette and the sheet.
  { id: 'outbox.stop', group: 'outbox', scope: 'app', keys: ['Mod+Shift+.'] },
  { id: 'outbox.release-list', group: 'outbox', scope: 'app', keys: ['g h'] },
  { id: 'outbox.approve', group: 'outbox', scope: 'column', keys: ['Shift+A'] },
  { id: 'outbox.show', group: 'outbox', scope: 'app', keys: ['g o'] },

  { id: 'post.hide', group: 'post', scope: 'column', keys: [] },
  { id: 'post.unhide', group: 'post', scope: 'column', keys: [] },
  { id: 'post.repost', group: 'post', scope: 'column', keys: [] },
  { id: 'post.unrepost', group: 'post', scope: 'column', keys: [] },
  { id: 'post.bookmark', group: 'post', scope: 'column', keys: [] },
  { id: 'post.unbookmark', group: 'post', scope: 'column', keys: [] },
  { id: 'post.delete', group: 'post', scope: 'column', keys: [] },
  { id: 'person.mute', group: 'post', scope: 'column', keys: [] },
  { id: 'person.unmute', group: 'post', scope: 'column', keys: [] },
  { id: 'post.own', group: 'post', scope: 'app', keys: ['g p'] },

  { id: 'ticket.solve', group: 'ticket', scope: 'column', keys: ['e'] },
  { id: 'ticket.no-reply-needed', group: 'ticket', scope: 'column', keys: ['#', 'Shift+E'] },
  { id: 'ticket.set-status', group: 'ticket', scope: 'column', keys: ['s'] },
  { id: 'ticket.hold', group: 'ticket', scope: 'column', keys: [] },
  { id: 'ticket.reopen', group: 'ticket', scope: 'column', keys: [] },
  { id: 'ticket.merge', group: 'ticket', scope: 'column', keys: ['Shift+M'] },
  { id: 'ticket.split', group: 'ticket', scope: 'column', keys: [] },
  { id: 'ticket.link', group: 'ticket', scope: 'column', keys: [] },
  { id: 'ticket.rename', group: 'ticket', scope: 'column', keys: [] },
  { id: 'ticket.assign', group: 'ticket', scope: 'column', keys: ['a'] },
  { id: 'ticket.assign-me', group: 'ticket', scope: 'column', keys: ['i'] },
  { id: 'ticket.unassign', group: 'ticket', scope: 'column', keys: [] },
  { id: 'ticket.follow', group: 'ticket', scope: 'column', keys: [] },
  { id: 'ticket.unfollow', group: 'ticket', scope: 'column', keys: [] },
  { id: 'ticket.tag', group: 'ticket', scope: 'column', keys: ['l'] },
  { id: 'ticket.prioritise', group: 'ticket', scope: 'column', keys: ['p'] },
  { id: 'ticket.snooze', group: 'ticket', scope: 'column', keys: ['h', 'b'] },
  { id: 'ticket.wake', group: 'ticket', scope: 'column', keys: [] },
  { id: 'ticket.follow-up', group: 'ticket', scope: 'column', keys: ['f'] },
  { id: 'ticket.promise', group: 'ticket', scope: 'column', keys: ['Shift+P'] },
  { id: 'ticket.hand-off', group: 'ticket', scope: 'column', keys: ['Shift+H'] },
  { id: 'ticket.move-handle', group: 'ticket', scope: 'column', keys: ['Shift+S'] },
  { id: 'ticket.fields', group: 'ticket', scope: 'column', keys: ['Shift+F'] },
  { id: 'incident.gather', group: 'ticket', scope: 'column', keys: ['Shift+I'] },
  { id: 'ticket.history', group: 'ticket', scope: 'column', keys: ['Shift+T'] },
  { id: 'note.seen', group: 'ticket', scope: 'column', keys: [] },
  { id: 'ticket.view-on-x', group: 'ticket', scope: 'column', keys: ['v'] },
  { id: 'ticket.categorize', group: 'ticket', scope: 'column', keys: ['t'] },
  { id: 'ticket.why', group: 'ticket', scope: 'column', keys: ['Shift+Y'] },
  { id: 'triage.learned', group: 'ticket', scope: 'app', keys: [] },
  { id: 'impostor.show', group: 'ticket', scope: 'column', keys: ['!'] },
  { id: 'csat.ask', group: 'answer', scope: 'column', keys: ['Shift+C'] },
  { id: 'person.leave-alone', group: 'ticket', scope: 'column', keys: [] },
  { id: 'person.forget', group: 'ticket', scope: 'column', keys: [] },
  { id: 'undo.last', group: 'ticket', scope: 'app', keys: ['z', 'Mod+Z'] },

  { id: 'view.palette', group: 'view', scope: 'app', keys: ['Mod+K'] },
  { id: 'ticket.search', group: 'view', scope: 'app', keys: ['/'] },
  { id: 'view.client-safe', group: 'view', scope: 'app', keys: ['Mod+Shift+L'] },
  { id: 'view.cheat-sheet', group: 'view', scope: 'app', keys: ['?'] },
  { id: 'keymap.show', group: 'view', scope: 'app', keys: ['g ?'] },
  { id: 'view.theme-dark', group: 'view', scope: 'app', keys: [] },
  { id: 'view.theme-light', group: 'view', scope: 'app', keys: [] },
  { id: 'view.theme-system', group: 'view', scope: 'app', keys: [] },
  { id: 'deck.next', group: 'view', scope: 'app', keys: ['Mod+Alt+ArrowRight'] },
  { id: 'deck.previous', group: 'view', scope: 'app', keys: ['Mod+Alt+ArrowLeft'] },

  { id: 'deck.create', group: 'view', scope: 'app', keys: ['g d'] },
  { id: 'deck.duplicate', group: 'view', scope: 'app', keys: [] },
  { id: 'deck.rename', group: 'view', scope: 'app', keys: [] },
  { id: 'deck.move-left', group: 'view', scope: 'app', keys: [] },
  { id: 'deck.move-right', group: 'view', scope: 'app', keys: [] },
  { id: 'deck.reset', group: 'view', scope: 'app', keys: [] },
  { id: 'deck.remove', group: 'view', scope: 'app', keys: [] },
  { id: 'deck.export', group: 'view', scope: 'app', keys: [] },
  { id: 'deck.import', group: 'view', scope: 'app', keys: [] },

  { id: 'brand.connect', group: 'workspace', scope: 'app', keys: [] },
  { id: 'brand.manage', group: 'workspace', scope: 'app', keys: ['Mod+,'] },
  { id: 'brand.settings', group: 'workspace', scope: 'app', keys: ['g s'] },
  { id: 'incident.show', group: 'workspace', scope: 'app', keys: ['g n'] },
  { id: 'rule.list', group: 'workspace', scope: 'app', keys: ['g r'] },
  { id: 'alert.show', group: 'workspace', scope: 'app', keys: ['g v'] },
  { id: 'absence.show', group: 'workspace', scope: 'app', keys: ['g y'] },
  { id: 'macro.manage', group: 'workspace', scope: 'app', keys: ['g q'] },
  { id: 'kit.open', group: 'workspace', scope: 'app', keys: ['g k'] },
  { id: 'listening.manage', group: 'workspace', scope: 'app', keys: ['g l'] },
  { id: 'money.show', group: 'workspace', scope: 'app', keys: ['g m'] },
  { id: 'stream.take-over', group: 'workspace', scope: 'app', keys: [] },
  { id: 'agent.manage', group: 'workspace', scope: 'app', keys: ['g t'] },
  { id: 'agent.sit', group: 'workspace', scope: 'app', keys: ['g a'] },
  { id: 'workspace.backup', group: 'workspace', scope: 'app', keys: [] },
  { id: 'workspace.practice', group: 'workspace', scope: 'app', keys: [] },
  { id: 'workspace.live', group: 'workspace', scope: 'app', keys: [] },
  { id: 'practice.reset', group: 'workspace', scope: 'app', keys: [] },
  { id: 'practice.scenario', group: 'workspace', scope: 'app', keys: [] },
] as const satisfies readonly CommandDeclaration[]

export type CommandId = (typeof commands)[number]['id']
