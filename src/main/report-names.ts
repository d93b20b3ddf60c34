/** @file What the files of a report are called. Pure. */
import type { WriteReport } from '../shared/host-protocol.ts'

/** What no name of a file may hold somewhere. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unfit = /[\\/:*?"<>|\u0000-\u001f\u007f]|\p{Cf}/gu
/** What Windows takes for a device, whatever comes after a dot. */
const device = /^(?=(?:con|prn|aux|nul|com\d|lpt\d)(?:[.\s]|$))/iu

/** The names of a report's files. The id makes them its own: whoever is called the same has others. */
export function namesOf({ name, reportId }: WriteReport): { pdf: string; numbers: string; tickets: string } {
  const fit = name
    .replace(unfit, '-')
    .replace(/^[.\s]+/u, '')
    .replace(device, '_')
  const own = `${[...fit].slice(0, 60).join('')} ${reportId.slice(-8)}`
  return { pdf: `${own}.pdf`, numbers: `${own} numbers.csv`, tickets: `${own} tickets.csv` }
}
