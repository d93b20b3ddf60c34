/** @file Arithmetic of colour, for choices that must hold in numbers: oklch to light, contrast, text on a fill. */

export type Oklch = readonly [lightness: number, chroma: number, hue: number]
/** Linear light, 0 to 1. */
export type Rgb = readonly [number, number, number]

const unit = (x: number) => Math.min(1, Math.max(0, x))

/** The linear light of an oklch colour, cut to what screens can show. */
export function light([lightness, chroma, hue]: Oklch): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    unit(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    unit(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    unit(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

/** The linear light of `#rrggbb`. */
export function lightOfHex(hex: string): Rgb {
  const part = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [part(1), part(3), part(5)]
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((x, y) => x - y)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

/** Near black and white, as the tokens `--ink` and `--paper` have them. */
export const ink: Oklch = [0.14, 0.015, 264]
export const paper: Oklch = [1, 0, 0]

/** Which of the two reads better on `fill`. */
export function textOn(fill: Oklch): 'ink' | 'paper' {
  return contrast(light(ink), light(fill)) >= contrast(light(paper), light(fill)) ? 'ink' : 'paper'
}

export const css = ([lightness, chroma, hue]: Oklch): string => `oklch(${lightness} ${chroma} ${hue})`
