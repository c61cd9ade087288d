// A page's text and image area become a verdict: is this text fit to use, and if not, why.

export type PageVerdict = 'fit' | 'empty' | 'no-text' | 'stamp-only' | 'ruined-text' | 'no-unicode' | 'damaged' | 'not-recognised'

/** The verdicts for people. */
export const VERDICTS: Readonly<Record<PageVerdict, { vi: string; en: string }>> = {
  fit: { vi: 'có chữ', en: 'has text' },
  empty: { vi: 'trang trắng', en: 'a blank page' },
  'no-text': { vi: 'ảnh quét, không có lớp chữ', en: 'a scan without a text layer' },
  'stamp-only': { vi: 'ảnh quét, chỉ có chữ của dấu chữ ký số', en: 'a scan with the words of a signature stamp only' },
  'ruined-text': { vi: 'lớp chữ nhận dạng sai', en: 'a ruined text layer' },
  'no-unicode': { vi: 'phông chữ không có mã Unicode', en: 'fonts without Unicode' },
  damaged: { vi: 'trang bị hỏng', en: 'a damaged page' },
  'not-recognised': { vi: 'nhận dạng không thành công', en: 'the recognition failed' },
}

// A page of Vietnamese prose has marks on about a quarter of its letters; ruined OCR layers have 0 to 4 %.
const FEWEST_MARKED = 0.06
const ENOUGH_LETTERS = 160
const FEWEST_LETTERS = 12
const MOST_PRIVATE = 0.05
const IMAGE_PAGE = 0.5

/** `text` is the page's own text, `stamped` the words of annotations on it; areas in square points. */
export function judgePage(text: string, stamped: string, imageArea: number, pageArea: number): PageVerdict {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const strange = text.match(/[\p{Co}\uFFFD]/gu)?.length ?? 0
  const isImage = imageArea > IMAGE_PAGE * pageArea
  if (letters < FEWEST_LETTERS) {
    if (strange > letters) return 'no-unicode'
    if (isImage) return /\p{L}/u.test(stamped + text) ? 'stamp-only' : 'no-text'
    return letters + (text.match(/\d/g)?.length ?? 0) === 0 ? (imageArea > 0 ? 'no-text' : 'empty') : 'fit'
  }
  if (strange > MOST_PRIVATE * (letters + strange)) return 'no-unicode'
  if (isImage && letters < 200 && /ký bởi|thời gian ký|giờ ký|signature/iu.test(text)) return 'stamp-only'
  if (letters < ENOUGH_LETTERS) return 'fit'
  const marked = text.normalize('NFD').match(/\p{M}|đ/giu)?.length ?? 0
  return marked < FEWEST_MARKED * letters ? 'ruined-text' : 'fit'
}
