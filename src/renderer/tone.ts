/** @file The tone of a column that makes itself known: two soft notes, made on the spot. */

/** Hz, and when each begins, s. */
const notes = [
  { pitch: 659.3, at: 0 },
  { pitch: 880, at: 0.12 },
]
const loudness = 0.06
const riseS = 0.015
const fallS = 0.45

let context: AudioContext | null = null

/** Plays it once; where the computer has no sound, nothing happens. */
export function playTone(): void {
  context ??= new AudioContext()
  const { currentTime, destination } = context
  for (const { pitch, at } of notes) {
    const note = new OscillatorNode(context, { type: 'sine', frequency: pitch })
    const gain = new GainNode(context, { gain: 0 })
    const from = currentTime + at
    gain.gain.setValueAtTime(0, from)
    gain.gain.linearRampToValueAtTime(loudness, from + riseS)
    gain.gain.exponentialRampToValueAtTime(0.0001, from + fallS)
    note.connect(gain).connect(destination)
    note.start(from)
    note.stop(from + fallS)
  }
}
