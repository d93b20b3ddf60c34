/** @file The size of the window, followed. */
import { useSyncExternalStore } from 'react'

function onResize(hear: () => void): () => void {
  window.addEventListener('resize', hear)
  return () => window.removeEventListener('resize', hear)
}

export const useWindowWidth = (): number => useSyncExternalStore(onResize, () => window.innerWidth)
export const useWindowHeight = (): number => useSyncExternalStore(onResize, () => window.innerHeight)
