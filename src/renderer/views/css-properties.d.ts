/** @file Lets styles set the one custom property that views hand to their sheets: the brand's colour. */
import 'react'

declare module 'react' {
  interface CSSProperties {
    '--b'?: string
  }
}
