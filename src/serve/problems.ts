// What goes wrong becomes an answer of the form of RFC 9457, in both languages.
import type { Problem } from '../model/api/answers.ts'

export type Language = 'vi' | 'en'
export type Words = Readonly<Record<Language, string>>

const TITLES = {
  'bad-request': [400, 'Yêu cầu không hợp lệ', 'The request is not valid'],
  unauthorized: [401, 'Cần mã truy cập', 'A token is needed'],
  forbidden: [403, 'Không được phép', 'Not allowed'],
  'not-found': [404, 'Không tìm thấy', 'Not found'],
  'no-page-image': [404, 'Không có ảnh của trang', 'There is no image of the page'],
  'method-not-allowed': [405, 'Không dùng được cách gọi này', 'The method is not allowed here'],
  timeout: [503, 'Quá lâu', 'It took too long'],
  'too-large': [413, 'Tệp quá lớn', 'The file is too large'],
  'wrong-host': [421, 'Sai tên máy chủ', 'Wrong host'],
  unreadable: [422, 'Không đọc được tệp', 'The file cannot be read'],
  busy: [503, 'Đang bận', 'Too busy'],
  'no-archive': [503, 'Không đọc được thư mục kết quả', 'The out folder cannot be read'],
  internal: [500, 'Lỗi của chương trình', 'An error of the program'],
} as const satisfies Record<string, readonly [status: number, vi: string, en: string]>

export type ProblemCode = keyof typeof TITLES

/** A request that cannot be answered; `words` say what is wrong with it. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly words: Words
  readonly headers: Readonly<Record<string, string>>

  constructor(code: ProblemCode, vi: string, en: string, headers: Readonly<Record<string, string>> = {}) {
    super(en)
    this.name = 'ProblemError'
    this.code = code
    this.words = { vi, en }
    this.headers = headers
  }
}

export function statusOf(code: ProblemCode): number {
  return TITLES[code][0]
}

export function problemOf({ code, words }: ProblemError, language: Language): Problem {
  const [status, vi, en] = TITLES[code]
  return {
    type: `urn:kehoach:problem:${code}`,
    title: language === 'vi' ? vi : en,
    status,
    detail: words[language],
    code,
    details: { ...words },
  }
}

export function notFound(vi: string, en: string): ProblemError {
  return new ProblemError('not-found', vi, en)
}
