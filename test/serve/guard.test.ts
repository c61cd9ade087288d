// What a server on a hostile net must stand: strangers, other sites, paths that climb, bodies without end, slow clients, hostile plans.
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Running } from '../../src/serve/index.ts'
import { type Folder, HOSTILE, makeFolder, serve } from './served.ts'

let folder: Folder
let server: Running
const TOKEN = 'a-token-of-some-length'

beforeAll(async () => {
  folder = await makeFolder()
  server = await serve(folder, { maxUpload: 64 * 1024, timeout: 3_000 })
})
afterAll(async () => {
  await server?.close()
  folder?.remove()
})

type Sent = string | FormData | Uint8Array<ArrayBuffer>
type Problem = { type: string; title: string; status: number; detail: string; code: string; details: { vi: string; en: string } }

/** The path as it is, which fetch would tidy. */
function raw(path: string, { method = 'GET', headers = {}, body = '', to = server.url } = {}) {
  const { hostname, port } = new URL(to)
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** What comes back for these bytes until the server ends it. */
const open = (words: string) =>
  new Promise<{ answer: string; seconds: number }>((resolve) => {
    const start = performance.now()
    const { hostname, port } = new URL(server.url)
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(words))
    socket.on('data', (chunk) => (answer += chunk))
    socket.on('error', () => {})
    socket.on('close', () => resolve({ answer, seconds: (performance.now() - start) / 1000 }))
  })

describe('an address', () => {
  it.each([
    '/api/v1/plans/../../manifest.jsonl',
    '/api/v1/plans/%2e%2e%2f%2e%2e%2fmanifest',
    '/api/v1/plans/..%2f..%2fetc%2fpasswd',
    '/api/v1/plans/%00',
    '/api/v1/plans/0123456789ab%00',
    '/api/v1/plans/0123456789ab',
    '/api/v1/plans/0123',
    '/api/v1/plans/%ff%fe',
    '/api/v1/plans/%zz',
    '/api/v1/plans/0123456789ab/pages/..%2f1.png',
    '/api/v1/plans/0123456789ab/export/..%2fjsonl',
    '/api/v1/plans/0123456789ab/sections/__proto__',
    '/api/v1/nothing',
    '/mcp',
    '/plans/..%2f..%2fmanifest.jsonl',
    '/manifest.jsonl',
    '/plans/',
    '//etc/passwd',
  ])('%s leads nowhere', async (path) => {
    const { status, body } = await raw(path)
    expect(status).toBe(404)
    expect(body).not.toContain('sha256')
    expect(body).not.toMatch(/root:|\/tmp\/|node_modules/)
  })

  it.each([
    ['plans?limit=0', 'limit'],
    ['plans?limit=many', 'limit'],
    ['plans?limit=501', 'limit'],
    ['plans?year=2024&year=2023', 'year'],
    ['plans?years=2024', 'years'],
    ['plans?__proto__=1', '__proto__'],
    ['plans?province=Atlantis', 'Atlantis'],
    ['plans?cursor=%00', 'cursor'],
    ['plans?cursor=WzEsMl0', 'cursor'],
    ['search', 'q'],
    ['search?q=x&cursor=Wy0xXQ', 'cursor'],
    [`search?q=${'x'.repeat(301)}`, 'q'],
    ['compare?indicator=nothing', 'nothing'],
    ['diff?a=0123456789ab', 'b'],
    ['diff?a=../x&b=y', 'a'],
  ])('%s is told what is wrong with it, in both languages', async (path, named) => {
    const { status, headers, body } = await raw(`/api/v1/${path}`, { headers: { 'accept-language': 'en' } })
    const problem = JSON.parse(body) as Problem
    expect(status).toBe(400)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(problem).toMatchObject({ status: 400, code: 'bad-request', type: 'urn:kehoach:problem:bad-request' })
    expect(problem.detail).toBe(problem.details.en)
    expect(problem.details.en).toContain(named)
    expect(problem.details.vi).not.toBe(problem.details.en)
  })

  it('takes no other method', async () => {
    for (const [path, method, allow] of [
      ['/api/v1/plans', 'DELETE', 'GET, HEAD'],
      ['/api/v1/parse', 'GET', 'POST'],
      ['/', 'POST', 'GET, HEAD'],
    ] as const) {
      const { status, headers } = await raw(path, { method })
      expect([status, headers.allow]).toEqual([405, allow])
    }
  })
})

describe('a stranger', () => {
  it.each(['kehoach.example', 'localhost.example:80', '127.0.0.1.example', 'evil@localhost:1'])(
    'who calls this machine %j gets nothing',
    async (host) => {
      expect((await raw('/api/v1/plans', { headers: { host } })).status).toBeGreaterThanOrEqual(400)
      expect((await raw('/', { headers: { host } })).body).not.toContain('An Giang')
    },
  )

  it.each(['127.999.999.999', '127.0.0.08'])('whose address %s is none is told so, and the log is not filled', async (host) => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const { status, headers } = await raw('/api/v1/plans', { headers: { host } })
    expect([status, headers['x-content-type-options']]).toEqual([400, 'nosniff'])
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
  })

  it.each(['localhost', 'LOCALHOST:8377', '127.0.0.1:1', '[::1]:8377'])('who calls it %s is no stranger', async (host) => {
    expect((await raw('/api/v1/plans', { headers: { host } })).status).toBe(200)
  })

  it('who names no host gets nothing', async () => {
    expect((await open('GET /api/v1/plans HTTP/1.0\r\n\r\n')).answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect((await open('GET /api/v1/plans HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n')).answer).toMatch(/^HTTP\/1\.1 4\d\d /)
  })

  it('needs the token where there is one', async () => {
    const own = await serve(folder, { token: TOKEN })
    const status = async (authorization?: string) =>
      (await raw('/api/v1/plans', { to: own.url, headers: authorization === undefined ? {} : { authorization } })).status
    expect(await status()).toBe(401)
    expect(await status(`Bearer ${TOKEN}x`)).toBe(401)
    expect(await status(`Bearer ${TOKEN.slice(1)}`)).toBe(401)
    expect(await status('Bearer ')).toBe(401)
    expect(await status(TOKEN)).toBe(401)
    expect(await status(`Digest ${TOKEN}`)).toBe(401)
    expect(await status(`Bearer ${TOKEN}`)).toBe(200)
    expect(await status(`Basic ${Buffer.from(`any:${TOKEN}`).toString('base64')}`)).toBe(200)
    expect((await raw('/', { to: own.url })).headers['www-authenticate']).toMatch(/Basic/)
    for (const path of ['/', '/style.css', '/api/v1/openapi.json', '/mcp', '/nothing'])
      expect((await raw(path, { to: own.url })).status).toBe(401)
    await own.close()
  })

  it('site may neither send files nor read, but for the one that was named', async () => {
    const origin = 'https://health.example'
    const post = (to: string, from: string) =>
      raw('/api/v1/parse', { to, method: 'POST', body: HOSTILE, headers: { origin: from, 'content-type': 'text/plain' } })
    expect((await post(server.url, origin)).status).toBe(403)
    expect((await post(server.url, 'null')).status).toBe(403)
    expect((await post(server.url, server.url.replace(/\/$/, ''))).status).toBe(200)
    const { headers } = await raw('/api/v1/plans', { headers: { origin } })
    expect(headers['access-control-allow-origin']).toBeUndefined()
    const own = await serve(folder, { cors: origin, token: TOKEN })
    const preflight = await raw('/api/v1/plans', { to: own.url, method: 'OPTIONS', headers: { origin } })
    expect([preflight.status, preflight.headers['access-control-allow-origin']]).toEqual([204, origin])
    const asked = await raw('/api/v1/plans', { to: own.url, headers: { origin, authorization: `Bearer ${TOKEN}` } })
    expect(asked.headers['access-control-allow-origin']).toBe(origin)
    const other = await raw('/api/v1/plans', {
      to: own.url,
      headers: { origin: 'https://x.example', authorization: `Bearer ${TOKEN}` },
    })
    expect(other.headers['access-control-allow-origin']).toBeUndefined()
    await own.close()
  })
})

describe('a file that is sent', () => {
  const parse = (body: Sent, query = '', init: RequestInit = {}) =>
    fetch(new URL(`/api/v1/parse?${query}`, server.url), { method: 'POST', body, ...init })
  const filesOf = () =>
    readdirSync(folder.out, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => `${name} ${statSync(join(folder.out, name)).mtimeMs}`)

  it('becomes a plan, raw or in a form, and leaves nothing behind', async () => {
    const before = filesOf()
    const plan = (await (await parse(HOSTILE, 'name=..%2F..%2Fx%00.txt')).json()) as {
      source: { path: string }
      header: { year: number }
    }
    expect(plan.source.path).toBe('x.txt')
    expect(plan.header.year).toBe(2024)
    const form = new FormData()
    form.set('note', 'none')
    form.set('file', new File([HOSTILE], 'kế hoạch.txt'))
    expect(((await (await parse(form)).json()) as typeof plan).source.path).toBe('kế hoạch.txt')
    expect(filesOf()).toEqual(before)
  })

  it('that cannot be read is told why', async () => {
    const told = async (body: Sent, init?: RequestInit) => {
      const response = await parse(body, 'lang=en', init)
      return [response.status, ((await response.json()) as Problem).code]
    }
    expect(await told('')).toEqual([400, 'bad-request'])
    expect(await told(new Uint8Array([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0]))).toEqual([422, 'unreadable'])
    expect(await told('no form', { headers: { 'content-type': 'multipart/form-data; boundary=x' } })).toEqual([
      400,
      'bad-request',
    ])
    const form = new FormData()
    form.set('note', 'none')
    expect(await told(form)).toEqual([400, 'bad-request'])
  })

  it('that is too large is refused: by what it says, and by what comes', async () => {
    const large = 'x'.repeat(65 * 1024)
    expect((await parse(large)).status).toBe(413)
    const status = await new Promise<number>((resolve) => {
      const { hostname, port } = new URL(server.url)
      const asked = request(
        { hostname, port, path: '/api/v1/parse', method: 'POST', headers: { 'transfer-encoding': 'chunked' } },
        (r) => resolve(r.statusCode!),
      )
      asked.on('error', () => {})
      let sent = 0
      const send = () => {
        if (sent++ < 1_000 && !asked.destroyed) asked.write('x'.repeat(1024), () => setImmediate(send))
      }
      send()
    })
    expect(status).toBe(413)
  })
})

describe('a slow client', () => {
  it('is not waited for, and others are answered meanwhile', async () => {
    const heads = open('GET /api/v1/plans HTTP/1.1\r\nHost: localhost\r\nX: ')
    const bodies = open('POST /api/v1/parse HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\nabc')
    expect((await raw('/api/v1/plans')).status).toBe(200)
    expect((await heads).seconds).toBeLessThan(20)
    expect((await heads).answer).toContain('408')
    expect((await bodies).seconds).toBeLessThan(25)
  })
})

describe('words of a hostile plan', () => {
  it('are words on every page', async () => {
    const { items } = JSON.parse((await raw('/api/v1/plans')).body) as { items: { id: string; path: string }[] }
    const hostile = items.find(({ path }) => path.includes('hostile'))!
    const other = items.find(({ path }) => !path.includes('hostile'))!
    const pages = [
      '/',
      '/?lang=en',
      '/search?q=script',
      '/search?q=%22%3E%3Cscript%3Ealert(4)%3C/script%3E',
      '/?province=Lai%20Ch%C3%A2u',
      `/plans/${hostile.id}`,
      `/plans/${hostile.id}?q=svg`,
      `/diff?a=${other.id}&b=${hostile.id}`,
      '/compare?year=2024',
      '/compare?year=%3Cscript%3E',
      '/%3Cscript%3Ealert(5)%3C/script%3E',
      '/plans/%3Cimg%20src=x%3E',
    ]
    for (const path of pages) {
      const { headers, body } = await raw(path)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(body, path).not.toMatch(/<script|<svg onload|<img|<b>|<[^<>]*\son\w+=/i)
    }
    expect((await raw(`/plans/${hostile.id}`)).body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect((await raw('/search?q=onload')).body).toContain('<mark>onload</mark>')
  })

  it('and pages are Vietnamese, English when asked', async () => {
    expect((await raw('/', { headers: { 'accept-language': 'en' } })).body).toContain('lang="vi"')
    expect((await raw('/?lang=en')).body).toContain('Search the plans')
    expect((await raw('/search')).status).toBe(200)
    expect((await raw('/nothing')).body).toContain('Không tìm thấy')
  })
})

describe('a folder', () => {
  it('with a file that is no plan is served without it', async () => {
    const file = join(folder.out, 'plans/x.0123456789ab.json')
    writeFileSync(file, '{"schemaVersion":"1.0"}')
    const { unreadable, plans } = JSON.parse((await raw('/api/v1/status')).body) as { unreadable: string[]; plans: number }
    expect([plans, unreadable]).toEqual([4, ['x.0123456789ab.json']])
    expect((await raw('/api/v1/plans/0123456789ab')).status).toBe(503)
    rmSync(file)
    utimesSync(join(folder.out, 'manifest.jsonl'), new Date(), new Date())
    expect(JSON.parse((await raw('/api/v1/status')).body)).toMatchObject({ plans: 4, unreadable: [] })
  })

  it('with a plan of a later version has a list all the same', async () => {
    const own = await makeFolder()
    const [name] = readdirSync(join(own.out, 'plans'))
    const file = join(own.out, 'plans', name!)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"level": "\w+"/, '"level": "unheard-of"'))
    const later = await serve(own)
    const { status, body } = await raw('/', { to: later.url })
    expect(status).toBe(200)
    expect(body).toContain('>unheard-of</option>')
    await later.close()
    own.remove()
  })

  it('that is gone is told', async () => {
    const own = await makeFolder()
    const gone = await serve(own)
    own.remove()
    const { status, body } = await raw('/api/v1/plans', { to: gone.url })
    expect(status).toBe(503)
    expect(body).not.toContain(own.out)
    await gone.close()
  })
})
