/** @file Lets styles set the custom properties that views hand to their sheets: colours of a brand, and of a client. */
import 'react'

declare module 'react' {
  interface CSSProperties {
    '--b'?: string
    '--accent'?: string
    '--client-rule'?: string
    '--client-ink'?: string
  }
}
