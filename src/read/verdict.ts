// A page's text and image area become a verdict: is this text fit to use, and if not, why.
import { isSyllable } from '../text/syllables.ts'
import { decodeLegacyText } from './legacy/index.ts'

export type PageVerdict =
  | 'fit'
  | 'empty'
  | 'no-text'
  | 'stamp-only'
  | 'ruined-text'
  | 'no-unicode'
  | 'damaged'
  | 'not-recognised'
  | 'large-image'

/** The verdicts for people. */
export const VERDICTS: Readonly<Record<PageVerdict, { vi: string; en: string }>> = {
  fit: { vi: 'có chữ', en: 'has text' },
  empty: { vi: 'trang trắng', en: 'a blank page' },
  'no-text': { vi: 'ảnh quét, không có lớp chữ', en: 'a scan without a text layer' },
  'stamp-only': { vi: 'ảnh quét, chỉ có chữ của dấu chữ ký số', en: 'a scan with the words of a signature stamp only' },
  'ruined-text': { vi: 'lớp chữ nhận dạng sai', en: 'a ruined text layer' },
  'no-unicode': { vi: 'phông chữ không có mã Unicode', en: 'fonts without Unicode' },
  damaged: { vi: 'trang bị hỏng', en: 'a damaged page' },
  'large-image': { vi: 'ảnh quá lớn', en: 'an image that is too large' },
  'not-recognised': { vi: 'nhận dạng không thành công', en: 'the recognition failed' },
}

// A page of Vietnamese prose has marks on about two fifths of its letters, and 97 of 100 words in small letters are syllables; ruined OCR
// layers reach 0 to 8 and about 65.
const FEWEST_MARKED = 0.06
const FEWEST_SYLLABLES = 0.82
const ENOUGH_LETTERS = 160
const ENOUGH_WORDS = 30
const SAMPLE = 400
const FEWEST_LETTERS = 12
const MOST_PRIVATE = 0.05
const IMAGE_PAGE = 0.5

/**
 * `text` is the page's own text in the order of its drawing, `stamped` the words of annotations on it; areas in square points.
 * `inOrder` gives the words as they stand on the page: letters of a fallback font are drawn apart.
 */
export function judgePage(
  text: string,
  stamped: string,
  imageArea: number,
  pageArea: number,
  inOrder: () => string = () => text,
): PageVerdict {
  const { letters, strange } = countSigns(text)
  const isImage = imageArea > IMAGE_PAGE * pageArea
  if (letters < FEWEST_LETTERS) {
    if (strange > letters) return 'no-unicode'
    if (isImage) return /\p{L}/u.test(stamped + text) ? 'stamp-only' : 'no-text'
    return letters + (text.match(/\d/g)?.length ?? 0) === 0 ? (imageArea > 0 ? 'no-text' : 'empty') : 'fit'
  }
  if (strange > MOST_PRIVATE * (letters + strange)) return 'no-unicode'
  if (isImage && letters < 200 && /ký bởi|người ký|thời gian ký|giờ ký|signature/iu.test(text)) return 'stamp-only'
  if (letters < ENOUGH_LETTERS) return 'fit'
  if (!isImage && readsWell(text)) return 'fit'
  const marked = (text.normalize('NFD').match(/\p{M}|đ/giu)?.length ?? 0) / letters
  if (isImage) return marked < FEWEST_MARKED || !(readsWell(text) || readsWell(inOrder())) ? 'ruined-text' : 'fit'
  // No image to read instead: another language has no marks at all, lost letters leave some.
  if (marked < FEWEST_MARKED / 2) return 'fit'
  return readsWell(decodeLegacyText(inOrder()).text) ? 'fit' : 'no-unicode'
}

/** Letters, and signs of private use or none at all. */
function countSigns(text: string): { letters: number; strange: number } {
  let letters = 0
  let strange = 0
  for (const sign of text) {
    if (sign <= '~') letters += (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') ? 1 : 0
    else if (/\p{L}/u.test(sign)) letters++
    else if (/[\p{Co}\uFFFD]/u.test(sign)) strange++
  }
  return { letters, strange }
}

/** Whether most words in small letters are possible syllables; few words prove nothing. */
function readsWell(text: string): boolean {
  const words: string[] = []
  for (const [word] of text.matchAll(/(?<!\p{L})\p{L}?\p{Ll}{2,}(?!\p{L})/gu)) if (words.push(word) === SAMPLE) break
  return (
    words.length < ENOUGH_WORDS ||
    words.filter((word) => isSyllable(word.toLowerCase())).length >= FEWEST_SYLLABLES * words.length
  )
}
