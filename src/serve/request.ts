// The parts of an address become checked values, and the headers of a request its language.
import type * as z from 'zod'
import { type Language, notFound, ProblemError } from './problems.ts'

/** By `lang`, else Vietnamese. */
export function pageLanguage(url: URL): Language {
  return url.searchParams.get('lang') === 'en' ? 'en' : 'vi'
}

/** By `lang`, else by the languages that the client accepts, else Vietnamese. */
export function languageOf(request: Request): Language {
  const url = new URL(request.url)
  if (url.searchParams.has('lang')) return pageLanguage(url)
  const accepted = (request.headers.get('accept-language') ?? '').slice(0, 200).toLowerCase()
  return /(?:^|[,;\s])(?:en|vi)/.exec(accepted)?.[0].endsWith('en') ? 'en' : 'vi'
}

/** Throws ProblemError: a part that is unknown, given twice, or of another form. */
export function queryOf<T extends z.ZodObject>(model: T, url: URL): z.output<T> {
  const given: Record<string, string | string[]> = {}
  for (const name of new Set(url.searchParams.keys())) {
    if (!Object.hasOwn(model.shape, name)) throw badQuery(name, 'không có', 'unknown')
    const values = url.searchParams.getAll(name)
    if (isList(model, name)) given[name] = values
    else if (values.length > 1) throw badQuery(name, 'cho nhiều lần', 'given more than once')
    // A field of a form that was left empty.
    else if (values[0] !== '') given[name] = values[0]!
  }
  const parsed = model.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw badQuery(String(issue?.path[0] ?? ''), 'không hợp lệ', issue?.message ?? 'not valid')
}

/** What is no possible id is not there. Throws ProblemError. */
export function paramsOf<T extends z.ZodObject>(model: T, given: Readonly<Record<string, string>>): z.output<T> {
  const parsed = model.safeParse(given)
  if (parsed.success) return parsed.data
  throw notFound('không có địa chỉ này', 'there is nothing at this address')
}

function isList(model: z.ZodObject, name: string): boolean {
  return (model.shape[name] as z.ZodType).safeParse([]).success
}

function badQuery(name: string, vi: string, en: string): ProblemError {
  const shown = name.slice(0, 60)
  return new ProblemError('bad-request', `tham số “${shown}”: ${vi}`, `parameter “${shown}”: ${en}`)
}
