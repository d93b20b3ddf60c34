/** @file What windows show: which brands are on screen. Without any word of a window everything counts as shown. */

/** What one window shows. `brandId` null: all brands. */
export type Focus = { visible: boolean; brandId: string | null; ticketBrandId: string | null }

export type FocusBoard = {
  look(connectionId: string, focus: Focus): void
  /** The window is gone. */
  leave(connectionId: string): void
  isOnScreen(brandId: string): boolean
}

export function focusBoard(): FocusBoard {
  const shown = new Map<string, Focus>()
  let told = false
  return {
    look(connectionId, focus) {
      told = true
      shown.set(connectionId, focus)
    },
    leave: (connectionId) => void shown.delete(connectionId),
    isOnScreen: (brandId) =>
      !told ||
      [...shown.values()].some(
        (focus) =>
          focus.visible &&
          (focus.brandId === null || focus.brandId === brandId || focus.ticketBrandId === brandId),
      ),
  }
}
