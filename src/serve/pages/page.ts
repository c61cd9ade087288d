// What a page is: its address, what it is asked, and how it is made.
import type * as z from 'zod'
import type { Language } from '../problems.ts'
import type { Answer, Server } from '../routes/route.ts'

export type PageAsked<Q> = { params: Record<string, string>; query: Q; language: Language; url: URL; server: Server }

export type PageRoute = { path: string; query: z.ZodObject; run: (asked: PageAsked<never>) => Promise<Answer> }

export function page<Q extends z.ZodObject>(typed: {
  path: string
  query: Q
  run: (asked: PageAsked<z.output<Q>>) => Promise<string>
}): PageRoute {
  const run = async (asked: PageAsked<z.output<Q>>): Promise<Answer> => ({
    body: await typed.run(asked),
    type: 'text/html; charset=utf-8',
  })
  return { path: typed.path, query: typed.query, run: run as PageRoute['run'] }
}
