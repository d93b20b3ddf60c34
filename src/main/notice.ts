/** @file A notice of the system. */
import { Notification } from 'electron'

export type NoticeWords = { title: string; body: string }

/** Those on screen: one that nobody holds is collected, and its click is lost with it. */
const shown = new Set<Notification>()
const shownAtMost = 20

/** Shows it where the system can. @param options.silent without the system's sound @param onClick somebody wants to see more */
export function showNotice(words: NoticeWords, { silent }: { silent: boolean }, onClick: () => void): void {
  if (!Notification.isSupported()) return
  const notice = new Notification({ ...words, silent })
  notice.on('click', () => {
    shown.delete(notice)
    onClick()
  })
  notice.on('close', () => shown.delete(notice))
  shown.add(notice)
  for (const old of [...shown].slice(0, -shownAtMost)) shown.delete(old)
  notice.show()
}
