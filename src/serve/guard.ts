// Who may ask: the host that is named, the token, the site that a browser comes from.
import { createHash, timingSafeEqual } from 'node:crypto'
import { ProblemError } from './problems.ts'

export type GuardOptions = {
  /** Null where none is demanded. */
  token: string | null
  /** Only these hosts may be named: set where the server listens to this machine alone. */
  isLoopback: boolean
  /** A site whose scripts may ask. */
  cors: string | null
}

const LOCAL_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i

/** Throws ProblemError. */
export function checkRequest(request: Request, { token, isLoopback, cors }: GuardOptions): void {
  const { headers, method } = request
  // A site that points its own name at this machine would else read everything with the browser of a user here.
  if (isLoopback && !LOCAL_HOST.test(headers.get('host') ?? ''))
    throw new ProblemError('wrong-host', 'máy chủ này chỉ trả lời cho localhost', 'this server answers to localhost only')
  if (token !== null && !isToken(headers.get('authorization') ?? '', token))
    throw new ProblemError('unauthorized', 'thiếu mã truy cập, hoặc mã sai', 'the token is missing or wrong', {
      // Browsers ask their user: any name, the token as the password.
      'www-authenticate': 'Bearer realm="kehoach", Basic realm="kehoach", charset="UTF-8"',
    })
  if (method === 'GET' || method === 'HEAD') return
  const origin = headers.get('origin')
  if (origin !== null && origin !== cors && !isOwn(origin, headers.get('host') ?? ''))
    throw new ProblemError('forbidden', 'trang khác không được gửi dữ liệu đến đây', 'another site may not send anything here')
}

function isToken(authorization: string, token: string): boolean {
  const { scheme = '', value = '' } = /^(?<scheme>\w+) +(?<value>\S+)\s*$/.exec(authorization.slice(0, 4096))?.groups ?? {}
  const given =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(value, 'base64')
          .toString()
          .replace(/^[^:]*:/, '')
      : value
  // Of the same length and taken to the end: the time tells nothing of how much was right.
  return /^(?:bearer|basic)$/i.test(scheme) && timingSafeEqual(hash(given), hash(token))
}

function hash(words: string): Buffer {
  return createHash('sha256').update(words).digest()
}

function isOwn(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'private, no-cache',
}

/** For the site of --cors alone. */
export function corsHeaders(request: Request, cors: string | null): Record<string, string> {
  if (cors === null || request.headers.get('origin') !== cors) return cors === null ? {} : { vary: 'Origin' }
  return {
    vary: 'Origin',
    'access-control-allow-origin': cors,
    'access-control-expose-headers': 'ETag, Link, Retry-After',
    'cross-origin-resource-policy': 'cross-origin',
  }
}

export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'Authorization, Content-Type, If-None-Match, Mcp-Protocol-Version, Mcp-Session-Id',
  'access-control-max-age': '600',
}
