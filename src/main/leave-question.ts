/** @file The question before a workspace closes while messages of it have not left. */
import { dialog, type BrowserWindow } from 'electron'
import type { Outgoing } from '../shared/host-protocol.ts'
import { word } from './words.ts'

/** A scheduled post this near is worth a question, ms. */
const soonMs = 24 * 60 * 60_000

/** Whether a scheduled post leaves soon. @param now epoch ms of the machine */
const isSoon = ({ nextScheduledAt }: Outgoing, now: number): boolean =>
  nextScheduledAt !== null && nextScheduledAt - now < soonMs

/** Whether something stays behind that its person should know of. @param now epoch ms of the machine */
export const leavesBehind = (outgoing: Outgoing, now: number): boolean =>
  outgoing.waiting > 0 || isSoon(outgoing, now)

/** What is asked, in words; null when nothing is left behind. @param now epoch ms of the machine */
export function leaveWords(outgoing: Outgoing, now: number): { message: string; detail: string } | null {
  const { waiting, scheduled, stopped } = outgoing
  const scheduledSoon = isSoon(outgoing, now)
  if (!leavesBehind(outgoing, now)) return null
  const counted = (words: 'leave.waiting' | 'leave.scheduled', count: number): string =>
    count === 1 ? word(`${words}.one`) : word(`${words}.many`).replace('{count}', String(count))
  const message = [
    waiting > 0 && counted('leave.waiting', waiting),
    scheduledSoon && counted('leave.scheduled', scheduled),
    word('leave.question'),
  ]
  const detail = [
    waiting > 0 && word(stopped ? 'leave.waiting.stopped' : 'leave.waiting.kept'),
    scheduledSoon && word('leave.scheduled.kept'),
  ]
  const joined = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(' ')
  return { message: joined(message), detail: joined(detail) }
}

/** Asks whether to go all the same. @param now epoch ms of the machine · @param window the one it is asked in front of */
export async function mayLeave(
  outgoing: Outgoing,
  now: number,
  window: BrowserWindow | null,
): Promise<boolean> {
  const words = leaveWords(outgoing, now)
  if (!words) return true
  const question = {
    ...words,
    type: 'question' as const,
    buttons: [word('leave.stay'), word('leave.go')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  const { response } = await (window
    ? dialog.showMessageBox(window, question)
    : dialog.showMessageBox(question))
  return response === 1
}
