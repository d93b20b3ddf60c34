/** @file Windows have no network: whatever is no resource of the app itself is cancelled before it leaves. */
import type { Session } from 'electron'
import { appScheme, mediaScheme } from '../app-address.ts'

const allowed: ReadonlySet<string> = new Set([`${appScheme}:`, `${mediaScheme}:`, 'devtools:'])

/** Cuts `session` off. Dictionaries for the spell checker come from the app's own folder or not at all. */
export function cutNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !URL.canParse(details.url) || !allowed.has(new URL(details.url).protocol) })
  })
  session.setSpellCheckerDictionaryDownloadURL(`${appScheme}://switchboard/dictionaries/`)
}
