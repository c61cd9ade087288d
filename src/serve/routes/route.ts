// What a route of the API is: its address, what it is asked and answers, and how; the OpenAPI document is made of the same.
import type * as z from 'zod'
import type { Catalog } from '../../catalog/index.ts'
import type { ComponentName } from '../../model/api/schemas.ts'
import type { Drawer } from '../drawer.ts'
import type { Library } from '../library.ts'
import type { Parser } from '../parser.ts'
import type { Language, ProblemCode } from '../problems.ts'
import type { Sources } from '../sources.ts'

/** What the routes work with. */
export type Server = {
  library: Library
  catalog: Catalog
  parser: Parser
  drawer: Drawer
  sources: Sources
  hasSources: boolean
  hasTools: boolean
  maxUpload: number
}

export type Asked<P, Q> = { params: P; query: Q; language: Language; request: Request; server: Server }

export type Answer = { body: string | Uint8Array; type: string; headers?: Readonly<Record<string, string>> }

export type Route = {
  id: string
  method: 'get' | 'post'
  /** With {names}. */
  path: string
  tag: string
  summary: string
  params: z.ZodObject | null
  query: z.ZodObject
  /** A file is sent. */
  takesFile: boolean
  /** A component, or a media type. */
  answers: { json: ComponentName } | { media: string }
  /** Besides those that every route has. */
  problems: readonly ProblemCode[]
  run: (asked: Asked<never, never>) => Promise<Answer>
}

type Typed<P extends z.ZodObject | null, Q extends z.ZodObject> = Omit<
  Route,
  'params' | 'query' | 'run' | 'takesFile' | 'problems'
> & {
  params: P
  query: Q
  takesFile?: boolean
  problems?: readonly ProblemCode[]
  run: (asked: Asked<P extends z.ZodObject ? z.output<P> : null, z.output<Q>>) => Promise<Answer>
}

export function route<P extends z.ZodObject | null, Q extends z.ZodObject>(typed: Typed<P, Q>): Route {
  return { takesFile: false, problems: [], ...typed } as unknown as Route
}

export const JSON_TYPE = 'application/json; charset=utf-8'

export function json(data: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { body: `${JSON.stringify(data)}\n`, type: JSON_TYPE, headers }
}

/** The page with the way to the next one in its head, as RFC 8288 wants it. */
export function jsonPage(page: { next: string | null }, request: Request): Answer {
  const url = new URL(request.url)
  const to = (cursor: string | null) => {
    const query = new URLSearchParams(url.searchParams)
    query.delete('cursor')
    if (cursor !== null) query.set('cursor', cursor)
    return `${url.pathname}${query.size > 0 ? `?${query}` : ''}`
  }
  const links = [`<${to(null)}>; rel="first"`, ...(page.next === null ? [] : [`<${to(page.next)}>; rel="next"`])]
  return json(page, { link: links.join(', ') })
}
