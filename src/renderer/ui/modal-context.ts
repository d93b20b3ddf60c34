/** @file What the console gives to its dialogs. */
import { createContext, type ReactNode } from 'react'

/** What every dialog shows above its content: a modal dialog hides all that stands outside of it. */
export const ModalNotices = createContext<ReactNode>(null)

/**
 * Where the focus goes when a dialog closes: null leaves it to the browser, false to the dialog that follows at once.
 */
export const ModalReturn = createContext<() => HTMLElement | null | false>(() => null)
