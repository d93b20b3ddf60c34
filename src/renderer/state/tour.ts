/**
 * @file The first minutes with the program: four things to do by key, then three mistakes to try, each of which is
 * caught. Pure: what was done is told by those who do it.
 */

/** In their order; who does a later one knows those before. */
export const steps = ['move', 'reply', 'send', 'recall'] as const
/** A private number in public, another client's brand, a send that is regretted. */
export const tries = ['number', 'brand', 'recall'] as const

export type Step = (typeof steps)[number]
export type Try = (typeof tries)[number]
export type Deed = Step | Try

/** `step`: how many of the steps are done. */
export type Tour = { step: number; caught: readonly Try[] }

export const tourBegins: Tour = { step: 0, caught: [] }

const isStep = (deed: Deed): deed is Step => steps.some((step) => step === deed)
const isTry = (deed: Deed): deed is Try => tries.some((one) => one === deed)

/** The tour after something was done. */
export function after(tour: Tour, deed: Deed): Tour {
  const step = isStep(deed) ? Math.max(tour.step, steps.indexOf(deed) + 1) : tour.step
  const caught = isTry(deed) && !tour.caught.includes(deed) ? [...tour.caught, deed] : tour.caught
  return step === tour.step && caught === tour.caught ? tour : { step, caught }
}
