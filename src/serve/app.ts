// A request becomes an answer: who asks, what is asked, the route or page for it, and what every answer has in common.
import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { checkRequest, corsHeaders, type GuardOptions, PREFLIGHT_HEADERS, SECURITY_HEADERS } from './guard.ts'
import { BASE, openApiOf } from './openapi.ts'
import { PAGES } from './pages/index.ts'
import { problemPage } from './pages/layout.ts'
import { notFound, ProblemError, problemOf, statusOf } from './problems.ts'
import { languageOf, pageLanguage, paramsOf, queryOf } from './request.ts'
import { archiveRoutes } from './routes/archive.ts'
import { planRoutes } from './routes/plans.ts'
import { type Answer, JSON_TYPE, type Server } from './routes/route.ts'

export type AppOptions = GuardOptions & {
  /** Milliseconds that an answer may take; files that are read have limits of their own. */
  timeout: number
  /** Requests at a time. */
  most: number
  /** Answers agents at /mcp; null where they are not served. */
  tools: ((request: Request) => Promise<Response>) | null
}

export const ROUTES = [...planRoutes, ...archiveRoutes]

export function openApp(server: Server, options: AppOptions): { fetch: (request: Request) => Response | Promise<Response> } {
  const app = new Hono()
  const openApi = JSON.stringify(openApiOf(ROUTES))
  app.get(`${BASE}/openapi.json`, ({ req }) => answer(req.raw, { body: openApi, type: JSON_TYPE }))
  for (const { method, path, params, query, takesFile, run } of ROUTES) {
    const full = BASE + path.replace(/\{(?<name>\w+)\}/g, ':$<name>')
    app.on(method.toUpperCase(), full, async ({ req }) => {
      const asked = {
        params: params && paramsOf(params, req.param()),
        query: queryOf(query, new URL(req.url)),
        language: languageOf(req.raw),
        request: req.raw,
        server,
      }
      const running = run(asked as never)
      return answer(req.raw, await (takesFile ? running : inTime(running, options.timeout)))
    })
    app.all(full, () => wrongMethod(method === 'get' ? 'GET, HEAD' : 'POST'))
  }
  for (const { path, query, run } of PAGES) {
    app.get(path, async ({ req }) => {
      const asked = {
        params: req.param(),
        query: queryOf(query, new URL(req.url)),
        language: pageLanguage(new URL(req.url)),
        url: new URL(req.url),
        server,
      }
      return answer(req.raw, await inTime(run(asked as never), options.timeout))
    })
    app.all(path, () => wrongMethod('GET, HEAD'))
  }
  if (options.tools) app.all('/mcp', ({ req }) => inTime(options.tools!(req.raw), options.timeout))
  app.notFound(({ req }) => failed(req.raw, notFound('không có địa chỉ này', 'there is nothing at this address')))
  app.onError((error, { req }) => failed(req.raw, error))

  let running = 0
  const guarded = async (request: Request): Promise<Response> => {
    const isPreflight = request.method === 'OPTIONS' && options.cors !== null && request.headers.get('origin') === options.cors
    if (isPreflight) return new Response(null, { status: 204, headers: PREFLIGHT_HEADERS })
    try {
      // A host of four numbers is no address where one of them is too large.
      if (!URL.canParse(request.url))
        throw new ProblemError('bad-request', 'địa chỉ không đúng dạng', 'the address is not well formed')
      checkRequest(request, options)
      if (running >= options.most)
        throw new ProblemError(
          'busy',
          'quá nhiều yêu cầu cùng lúc; hãy thử lại sau',
          'too many requests at a time; try again later',
          {
            'retry-after': '2',
          },
        )
    } catch (error) {
      return failed(request, error)
    }
    running++
    try {
      return await app.fetch(request)
    } finally {
      running--
    }
  }
  return {
    async fetch(request) {
      const response = await guarded(request)
      for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...corsHeaders(request, options.cors) }))
        if (name === 'cross-origin-resource-policy' || !response.headers.has(name)) response.headers.set(name, value)
      return response
    },
  }
}

function wrongMethod(allow: string): never {
  throw new ProblemError('method-not-allowed', 'địa chỉ này không nhận cách gọi ấy', 'this address does not take the method', {
    allow,
  })
}

/** With its ETag; without its body where the client has it already. */
function answer(request: Request, { body, type, headers = {} }: Answer): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const known = request.method === 'POST' ? null : request.headers.get('if-none-match')
  const isKnown = known?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag || each.trim() === '*') ?? false
  const all = { ...headers, ...(request.method !== 'POST' && { etag }) }
  if (isKnown) return new Response(null, { status: 304, headers: all })
  return new Response(body as string | Uint8Array<ArrayBuffer>, { headers: { ...all, 'content-type': type } })
}

function failed(request: Request, error: unknown): Response {
  const problem =
    error instanceof ProblemError
      ? error
      : new ProblemError(
          'internal',
          'lỗi của chương trình; xem nhật ký của máy chủ',
          'an error of the program; see the log of the server',
        )
  if (problem !== error) process.stderr.write(`kehoach serve: ${(error as Error)?.stack ?? String(error)}\n`)
  const url = new URL(URL.canParse(request.url) ? request.url : 'http://localhost/')
  const isPage = !/^\/(?:api|mcp)(?:\/|$)/.test(url.pathname)
  const language = isPage ? pageLanguage(url) : languageOf(request)
  return new Response(isPage ? problemPage(problem, language) : `${JSON.stringify(problemOf(problem, language))}\n`, {
    status: statusOf(problem.code),
    headers: {
      ...problem.headers,
      'content-type': isPage ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8',
    },
  })
}

function inTime<T>(work: Promise<T>, timeout: number): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new ProblemError(
            'timeout',
            'câu trả lời cần nhiều thời gian hơn; hãy thử lại',
            'the answer needs more time; try again',
            {
              'retry-after': '10',
            },
          ),
        ),
      timeout,
    )
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
