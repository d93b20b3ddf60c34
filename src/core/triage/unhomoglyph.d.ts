/** unhomoglyph has no types of its own. */
declare module 'unhomoglyph' {
  /** Each character that looks like another becomes that other (Unicode's list of confusables). */
  export default function unhomoglyph(text: string): string
}
