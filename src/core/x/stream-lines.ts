/** @file Cuts a stream of text into lines, wherever its packets end. Pure. */

/** X's longest events are some 60 kB; what grows beyond this without a line break is no event. */
const longestLine = 2_000_000

/** Takes packets and gives whole lines, without their ends; a keep-alive is an empty one. */
export function lineCutter(): (packet: string) => string[] {
  let rest = ''
  return (packet) => {
    const parts = (rest + packet).split('\n')
    rest = parts.pop() ?? ''
    if (rest.length > longestLine) rest = ''
    return parts.map((part) => part.replace(/\r$/, ''))
  }
}
