/** @file Brings the picture that an unprivileged Electron saves to where the person wants it. */
import { chownSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cache } from './paths.mjs'
import { Problem, say } from './progress.mjs'

/** What every finished PNG ends with. */
const pngEnd = Buffer.from('0000000049454e44ae426082', 'hex')

/**
 * @param {string} file where the picture belongs
 * @param {number | undefined} uid of Electron when it may not write there itself
 * @returns {{ writtenTo: string, stop: () => void }} the file for Electron to write; `stop` delivers what is still due
 */
export function deliverTo(file, uid) {
  if (!existsSync(dirname(file)))
    throw new Problem(`The folder ${dirname(file)} for the screenshot does not exist.`)
  rmSync(file, { force: true })
  if (uid === undefined) return { writtenTo: file, stop: () => undefined }
  const folder = join(cache, 'picture')
  mkdirSync(folder, { recursive: true })
  chownSync(folder, uid, uid)
  const writtenTo = join(folder, 'window.png')
  rmSync(writtenTo, { force: true })
  const deliver = () => {
    if (!isWhole(writtenTo)) return
    clearInterval(timer)
    copyFileSync(writtenTo, file)
    rmSync(writtenTo)
    say(`Saved ${file}`)
  }
  const timer = setInterval(deliver, 200)
  return { writtenTo, stop: () => (clearInterval(timer), deliver()) }
}

/** @param {string} file */
function isWhole(file) {
  return existsSync(file) && readFileSync(file).subarray(-pngEnd.length).equals(pngEnd)
}
