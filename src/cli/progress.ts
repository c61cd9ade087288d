// Files that are through become words on stderr: a bar on a terminal, a line for each file elsewhere, JSON for programs.
import type { IngestedFile, IngestedPage, ManifestLine } from '../ingest/index.ts'
import type { Stream } from './command.ts'
import type { Language, Words } from './language.ts'
import { cut, printable } from './terminal.ts'

export type ProgressMode = 'words' | 'json' | 'quiet'

export type Progress = { turn: (page: IngestedPage) => void; show: (file: IngestedFile) => void; end: () => void }

export const STATUS: Readonly<Record<ManifestLine['status'], Words>> = {
  done: { vi: 'đọc được', en: 'read' },
  partial: { vi: 'đọc một phần', en: 'read in part' },
  duplicate: { vi: 'trùng', en: 'duplicate' },
  refused: { vi: 'không đọc được', en: 'refused' },
  failed: { vi: 'lỗi', en: 'failed' },
}

const RECOGNISING: Words = { vi: 'đang nhận dạng trang', en: 'recognising page' }

// Before so many files no rate is worth telling.
const FEWEST_FOR_RATE = 10
const BAR = 20

export const isUnread = ({ status }: ManifestLine): boolean => status === 'refused' || status === 'failed'

export function progressOn(
  stderr: Stream,
  language: Language,
  mode: ProgressMode = 'words',
  now = () => performance.now(),
): Progress {
  if (mode === 'quiet') return { turn() {}, show() {}, end() {} }
  if (mode === 'json') return jsonOn(stderr)
  return stderr.isTTY ? barOn(stderr, language, now) : linesOn(stderr, language)
}

function jsonOn(stderr: Stream): Progress {
  const say = (entry: object) => stderr.write(`${JSON.stringify(entry)}\n`)
  return {
    turn: ({ path, page, pages, textOrigin }) => textOrigin === 'ocr' && say({ event: 'page', path, page, pages }),
    show: ({ line, change, digest, index, total }) =>
      say({ event: 'file', number: index + 1, total, ...line, change, pages: digest?.pages ?? null }),
    end() {},
  }
}

function linesOn(stderr: Stream, language: Language): Progress {
  return {
    turn() {},
    show({ line, index, total }) {
      const why = isUnread(line) ? ` (${printable(line.detail?.[language] ?? '')})` : ''
      stderr.write(`[${index + 1}/${total}] ${STATUS[line.status][language]}: ${printable(line.path)}${why}\n`)
    },
    end() {},
  }
}

/** One line that changes: the bar with its figures once there is something to tell, and the file or page of now. */
function barOn(stderr: Stream, language: Language, now: () => number): Progress {
  const started = now()
  let pages = 0
  let unread = 0
  const clear = () => stderr.write('\r\u001b[K')
  const rewrite = (words: string) => {
    clear()
    stderr.write(cut(words, (stderr.columns ?? 80) - 1))
  }
  return {
    turn({ path, index, total, page, pages: all, textOrigin }) {
      if (textOrigin === 'ocr') rewrite(`[${index + 1}/${total}] ${RECOGNISING[language]} ${page}/${all}: ${printable(path)}`)
    },
    show({ line, digest, index, total }) {
      pages += digest?.pages ?? 0
      if (isUnread(line)) unread++
      const figures =
        index + 1 < FEWEST_FOR_RATE ? '' : `${figuresOf(index + 1, total, pages, unread, now() - started, language)} `
      rewrite(`[${index + 1}/${total}] ${figures}${STATUS[line.status][language]}: ${printable(line.path)}`)
    },
    end: () => void clear(),
  }
}

function figuresOf(done: number, total: number, pages: number, unread: number, ms: number, language: Language): string {
  const full = Math.round((BAR * done) / total)
  const rate = (1000 * done) / Math.max(1, ms)
  const left = timeWords((total - done) / rate)
  const bar = `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`
  return language === 'vi'
    ? `${bar} ${rate.toFixed(1)} tệp/s, ${pages} trang, còn ${left}${unread > 0 ? `, ${unread} không đọc được` : ''};`
    : `${bar} ${rate.toFixed(1)} files/s, ${pages} pages, ${left} left${unread > 0 ? `, ${unread} unread` : ''};`
}

/** 59 => 0:59; 3661 => 1:01:01 */
export function timeWords(seconds: number): string {
  const all = Math.ceil(seconds)
  const two = (number: number) => String(number).padStart(2, '0')
  const [hours, minutes] = [Math.floor(all / 3600), Math.floor(all / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`
}
