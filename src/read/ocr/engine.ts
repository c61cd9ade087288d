// What every recognition engine does: a grey image becomes words with boxes and confidence.
import type { GreyImage } from './image.ts'

export type Word = {
  text: string
  /** 0 to 1. */
  confidence: number
  /** Pixels. */
  x0: number
  y0: number
  x1: number
  y1: number
}

/** One line as the engine sees it. The baseline is y = y1 + offset + slope · (x − x0), in pixels. */
export type WordLine = {
  words: Word[]
  block: number
  x0: number
  y0: number
  x1: number
  y1: number
  slope: number
  offset: number
  /** Height of a line of this type from descender to ascender, and its parts; 0 where the engine does not say. */
  size: number
  descenders: number
  ascenders: number
  /** The engine read it from top to bottom or from bottom to top. */
  isTurned?: boolean
}

export type Recognition = { lines: WordLine[] }

export type Settings = {
  /** Page segmentation mode of Tesseract. */
  mode: number
  /** Others may go first: small images, which are best read many in one call. */
  canWait?: boolean
}

export type EngineChoice = 'auto' | 'system' | 'embedded'

export type Engine = {
  /** Name, version and language data, as a plan states it. */
  name: string
  /** All that decides what it gives: versions of program and libraries, the bytes of its language data, fixed options. */
  identity: string
  /** How many images it takes at a time. */
  parallel: number
  /** One recognition for each image, in their order. */
  recognise: (images: readonly GreyImage[], settings: Settings) => Promise<Recognition[]>
  close: () => Promise<void>
}

/** The engine gave no words for an image: it is missing, it failed, or it took too long. */
export function engineFailure(what: string, cause?: unknown): Error {
  return new Error(`recognition failed: ${what}`, { cause })
}

/** The process went in the middle of its work, as when the machine is full: what it was to read may be read by another. */
export class LostProcessError extends Error {
  constructor(what: string) {
    super(engineFailure(what).message)
  }
}
