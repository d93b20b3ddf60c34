/**
 * @file What failures say to people: what happened, what was kept, what to do next. One entry per code of `errors.ts`.
 * Instants arrive as text (`…At` becomes a clock time before it gets here).
 */

export const errorMessages = {
  'error.input.invalid':
    'Switchboard refused a request of its own ({method}). Nothing was changed. Reload the window; if it happens again, report it.',
  'error.internal':
    'Something went wrong inside Switchboard. Your data is as it was before. Try again; the log has the story under {id}.',
  'error.core.gone':
    'The workspace engine stopped. What you saved is kept, and it is being started again. Repeat the last step in a moment.',
  'error.workspace.in-use':
    'Another Switchboard has this workspace open. Nothing was changed. Close the other one, then try again.',
  'error.workspace.other-origin':
    'This file belongs to {found}, not to {expected}. It was left untouched. Open the workspace that belongs to it.',
  'error.workspace.newer':
    'This workspace was written by a newer Switchboard (version {found}, this one knows {known}). It was left untouched. Update Switchboard to open it.',
  'error.workspace.unreadable':
    'The workspace file {path} cannot be read. It was left untouched. Restore a backup, or move the file away to begin anew.',
  'error.workspace.key-missing':
    'The workspace file {path} is here, but its key is not in the keychain. The file was left untouched. Unlock or restore the keychain of this user, then try again.',
  'error.workspace.passphrase-wrong':
    'That passphrase does not open this workspace. Nothing was changed. Try again.',
  'error.workspace.runtime-unfit':
    'This is the stand-in runtime (Electron {electron}), a browser engine without security updates. It opens only practice and loopback workspaces, so no real credentials are at risk. Start Switchboard where the official Electron can be downloaded to connect a real handle.',
  'error.print.failed':
    'The system printed nothing. The ticket is as it was. See that a printer is there, or save it as a PDF, and print again.',
  'error.disk.full':
    'The disk is full. Nothing that was saved is lost, but nothing new can be kept. Free some space, then try again.',
  'error.disk.failed':
    'The disk failed while handling {what}. What was saved before is kept. Check the disk, then try again.',
  'error.settings.corrupt':
    'The settings file could not be read. It was kept as {keptAs}, and Switchboard goes on with default settings.',
  'error.vault.unreachable':
    'No keychain service answers on this computer. Your data is kept. Start the keychain (Secret Service), then try again.',
  'error.vault.locked': 'The keychain is locked. Your data is kept. Unlock it, then try again.',
  'error.vault.absent':
    'The keychain has no entry {name}. Your data is kept. Connect the handle again to store a new one.',
  'error.practice.failed':
    'The practice world could not start: {reason}. Live workspaces are untouched. Try again, or begin practice anew.',
  'error.x.offline':
    'X cannot be reached. Nothing left this computer. It is tried again by itself as soon as the network is back.',
  'error.x.timeout':
    'X did not answer in time. For a message this means: it may have been sent. Switchboard looks on X before anything is sent twice.',
  'error.x.rate-limited': 'X asks to wait. Nothing is lost; it goes on by itself at {resetAt}.',
  'error.x.credits':
    'The X app is out of credits, so X answers no paid call. Everything here is kept. Add credits at console.x.com; it goes on by itself.',
  'error.x.reconnect':
    'X no longer accepts the sign-in of @{username}. Its tickets and drafts are kept. Reconnect @{username} to go on.',
  'error.x.refused': '{why} Your text is kept. Change it, choose another way, or drop it.',
  'refusal.not-summoned':
    'X lets this handle answer only posts whose author names or quotes it: reply on X’s own site instead.',
  'refusal.duplicate':
    'X has the same text already; perhaps an earlier try went through, so look on X first.',
  'refusal.replies-restricted': 'The author restricted who can reply.',
  'refusal.deleted': 'The post is no longer on X.',
  'refusal.protected': 'The post or the person is protected on X.',
  'refusal.suspended': 'X has suspended the person on the other side.',
  'refusal.dm-closed': 'This person takes no direct messages from this handle.',
  'refusal.encrypted':
    'This conversation has moved to X Chat, which is encrypted: Switchboard cannot write there. Answer in X Chat.',
  'refusal.account-suspended': 'X has suspended this account.',
  'refusal.account-locked': 'X has locked this account: sign in on x.com to unlock it.',
  'refusal.app-suspended': 'X has suspended this app: see console.x.com.',
  'refusal.app-not-enrolled': 'The X app may not use this part of X: see console.x.com.',
  'refusal.missing-permission': 'The sign-in does not allow this: reconnect the handle with write access.',
  'refusal.wrong-token-kind': 'The sign-in is of a kind that X does not take here: reconnect the handle.',
  'refusal.wrong-clock': 'The clock of this computer is too far off: set it, then send again.',
  'refusal.not-found': 'X does not find what this message belongs to.',
  'refusal.invalid-request': 'X does not accept this message as it is: {detail}',
  'refusal.forbidden': 'X refused it: {detail}',
  'error.x.server': 'X is in trouble (it answered {status}). Nothing is lost; it is tried again by itself.',
  'error.x.malformed':
    'X sent an answer that makes no sense ({endpoint}). Nothing was stored from it; it is tried again by itself.',
  'error.connect.app-missing':
    'There are no X app credentials for this sign-in yet. Nothing was changed. Enter them first.',
  'error.connect.denied':
    'Access was denied on X. Nothing was connected. Start again and choose “Authorize app” if that was a mistake.',
  'error.connect.expired': 'Five minutes passed without a sign-in. Nothing was connected. Start again.',
  'error.connect.code-expired':
    'The code in that address was older than 30 seconds. Nothing was connected. Start again and paste it sooner.',
  'error.connect.wrong-state':
    'That address belongs to another sign-in. Nothing was connected. Paste the address from the newest browser tab.',
  'error.connect.address-invalid':
    'That is not the address X sends you back to. Nothing was connected. Copy the whole address line of the browser; it begins with http://127.0.0.1.',
  'error.connect.ports-busy':
    'Other programs use all the ports that X may send you back to ({ports}). Nothing was connected. Close what uses one of them, then try again.',
  'error.connect.already':
    '@{username} is already connected, as {brand}. Nothing was changed. Choose another handle on X’s page.',
  'error.connect.other-handle':
    'You signed in as @{found}, but @{expected} was expected. Nothing was connected. Switch accounts on X, then try again.',
  'error.connect.failed':
    'X refused the sign-in: {detail}. Nothing was connected. Check the app credentials, then try again.',
  'error.brand.missing': 'This brand is no longer here. Nothing was changed. Choose another one.',
  'error.ticket.missing': 'This ticket is no longer here. Nothing was changed. Choose another one.',
  'error.job.missing':
    'This message is no longer here. Nothing was changed. Look at the thread for its outcome.',
  'error.job.left':
    'Too late: the message is on its way to X. Undo brings the ticket back, the message stays.',
  'error.job.changed':
    'Something changed while you decided. Nothing was sent. The list now shows what it is: decide again.',
  'error.job.looking':
    'Too early: X is still asked whether it has this message, and it may yet arrive. Nothing was sent again. Decide after {decideAt}.',
  'error.reply.empty': 'There is nothing to send yet. Write something first.',
  'error.reply.too-long':
    'The text is too long: {length} of {limit}. It is kept as a draft. Shorten it, then send again.',
  'error.reply.no-route':
    '{moved, select, true {The conversation moved on while you wrote: the post you were about to answer is no longer the one. Your text is kept as a draft. Look at the thread, then send again.} other {This way to answer is not open for the ticket. Your text is kept as a draft. Choose another way above the text.}}',
  'error.reply.already-out':
    'A message of this ticket is already held or on its way. Your text is kept as a draft. Send it once the other one is out, or take that one back with Undo.',
  'error.person.missing': 'Nothing is kept here of this person.',
  'error.person.ours': 'This is a handle of this workspace. Remove its brand instead; nothing was forgotten.',
  'error.person.busy':
    'A message to this person is on its way, or it is not known whether it arrived. Nothing was forgotten. Settle that message first.',
  'error.person.not-confirmed': 'Type @{expected} to confirm. Nothing was forgotten.',
  'error.draft.stale':
    'This draft was changed in another window. What you see here is kept; the next letter you type saves it.',
  'error.undo.nothing': 'There is nothing to undo.',
  'error.undo.conflict':
    '{what, select, none {Something newer changed it} other {{what} since}}{by, select, none {} other { by {by}}}, so undo left it alone. Nothing was changed. Open the ticket and set it by hand, or undo again for what was done before.',
  'error.keymap.invalid':
    'This file holds no keys that can be read: {issues}. Nothing was changed. Choose another file, or mend this one.',
  'error.post.missing': 'This post is gone, or your handles may not see it any more. Nothing was changed.',
  'error.post.ours': 'This is a post of your own: it is nobody’s request. Nothing was changed.',
  'error.deck.missing': 'This deck is gone. Choose another one; its tickets are where they were.',
  'error.deck.standing': 'This deck is there by itself: it can be arranged, but not renamed or taken away.',
  'error.deck.full': 'A deck holds {most} columns. Nothing was added. Take one away, or make another deck.',
  'error.deck.too-many': 'There are {most} decks. Nothing was made. Take one away first.',
  'error.deck.invalid':
    'This file is no deck that can be read: {issues}. Nothing was changed. Choose another file, or mend this one.',
  'error.deck.nothing':
    'Nothing in “{name}” is known here: none of its handles is connected. Nothing was made. Connect a handle of it first.',
} as const
