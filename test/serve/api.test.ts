// The API by its own description: a linter reads it, every operation is called, every answer is of its schema.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROUTES } from '../../src/serve/app.ts'
import type { Running } from '../../src/serve/index.ts'
import { openApiOf } from '../../src/serve/openapi.ts'
import { type Folder, HOSTILE, makeFolder, serve } from './served.ts'

type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: object }
type Operation = {
  operationId: string
  parameters: Parameter[]
  requestBody?: object
  responses: Record<string, { content?: Record<string, { schema?: object }> }>
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> }

let folder: Folder
let server: Running
let ids: Record<string, string>
let document: Document

const get = async (path: string, init: RequestInit = {}) => fetch(new URL(path, server.url), init)
const data = async <T>(path: string): Promise<T> => (await get(`/api/v1${path}`)).json() as Promise<T>
type List = { total: number; items: { id: string; path: string; year: number }[]; next: string | null }

beforeAll(async () => {
  folder = await makeFolder()
  server = await serve(folder, { sources: folder.sources })
  const { items } = await data<List>('/plans')
  ids = Object.fromEntries(items.map(({ id, path }) => [path, id]))
  document = (await data<Document>('/openapi.json')) as Document
})
afterAll(async () => {
  await server?.close()
  folder?.remove()
})

describe('the OpenAPI document', () => {
  it('passes a linter, and is the same each time', async () => {
    const result = await new Validator().validate(structuredClone(document) as never)
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(JSON.parse(JSON.stringify(openApiOf(ROUTES)))).toEqual(document)
  })

  it('describes every part, and names every operation once', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
    const names = operations.map(({ operationId }) => operationId)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBe(ROUTES.length)
    // Whoever may ask nothing is answered before the route is looked for.
    for (const { responses } of operations) expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '421', '503']))
    expect(document.paths['/api/v1/parse']!.post!.responses).toHaveProperty('403')
  })

  it('tells what every operation answers', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
    ajv.addSchema(document, 'doc')
    const pdf = ids['mau-an-giang-2023-ke-hoach.pdf']!
    // What a part of an address is called, and one value for it.
    const values: Record<string, string> = {
      id: pdf,
      a: pdf,
      b: ids['mau-an-giang-2024-ke-hoach.md']!,
      sectionId: 'II.1',
      page: '2.png',
      format: 'jsonl',
      q: 'tiem chung',
      province: 'An Giang',
      year: '2023',
      limit: '5',
      code: 'doctors-per-10k',
      indicator: 'doctors-per-10k',
      region: 'An Giang',
      date: '2024-01-01',
      width: '300',
      mark: 'indicator-9',
      name: 'x.txt',
      category: 'health',
      lang: 'en',
    }
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { operationId, parameters, requestBody, responses }] of Object.entries(methods)) {
        // Once with what must be there, once with all for which there is a value.
        for (const isFull of [false, true]) {
          const given = parameters.filter(({ name, required }) => required || (isFull && name in values))
          let address = path
          const query = new URLSearchParams()
          for (const { name, in: place } of given)
            if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(values[name]!))
            else query.set(name, values[name]!)
          const response = await get(`${address}?${query}`, {
            method: method.toUpperCase(),
            ...(requestBody && { body: HOSTILE }),
          })
          expect(response.status, `${operationId}: ${isFull ? query : ''}`).toBe(200)
          const [media, { schema }] = Object.entries(responses[200]!.content!)[0]! as [string, { schema?: object }]
          if (!schema) {
            expect(media === '*/*' || response.headers.get('content-type')!.startsWith(media), operationId).toBe(true)
            expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100)
            continue
          }
          expect(response.headers.get('content-type')).toMatch(/^application\/json/)
          const pointer = `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}/responses/200/content/application~1json/schema`
          const check = ajv.compile({ $ref: `doc#${encodeURI(pointer)}` })
          const answer = await response.json()
          expect(check(answer), `${operationId}: ${ajv.errorsText(check.errors)}`).toBe(true)
        }
      }
  })
})

describe('plans', () => {
  it('come by province of then or of now, year, type and issuer', async () => {
    const paths = async (query: string) => (await data<List>(`/plans?${query}`)).items.map(({ path }) => path)
    expect(await paths('province=yen bai')).toEqual(['mau-yen-bai-2024-ke-hoach.md'])
    expect(await paths('province=Lào Cai')).toEqual(['mau-yen-bai-2024-ke-hoach.md'])
    expect(await paths('province=15')).toEqual(['mau-yen-bai-2024-ke-hoach.md'])
    expect(await paths('province=Hà Nội')).toEqual([])
    expect(await paths('year=2023')).toEqual(['mau-an-giang-2023-ke-hoach.pdf'])
    expect(await paths('type=cong-van')).toEqual([])
    expect(await paths('level=department&year=2024')).toHaveLength(3)
  })

  it('come a page at a time, with the way to the next one', async () => {
    const seen: string[] = []
    let next: string | null = '/api/v1/plans?limit=3'
    while (next) {
      const response = await get(next)
      const { items, total } = (await response.json()) as List
      expect(total).toBe(4)
      seen.push(...items.map(({ id }) => id))
      next = /<(?<to>[^>]+)>; rel="next"/.exec(response.headers.get('link')!)?.groups?.to ?? null
    }
    expect(seen).toEqual((await data<List>('/plans')).items.map(({ id }) => id))
  })

  it('are what the folder holds', async () => {
    const id = ids['mau-yen-bai-2024-ke-hoach.md']!
    const response = await get(`/api/v1/plans/${id}`)
    const { plan } = readFileSync(join(folder.out, 'manifest.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { path: string; plan: string })
      .find(({ path }) => path === 'mau-yen-bai-2024-ke-hoach.md')!
    expect(await response.text()).toBe(readFileSync(join(folder.out, plan), 'utf8'))
  })

  it('come in every form that is told, none of which writes files', async () => {
    const { formats } = await data<{ formats: string[] }>('/status')
    expect(formats).toEqual(expect.arrayContaining(['jsonl', 'markdown', 'html', 'ics', 'chunks']))
    for (const format of formats) {
      const response = await get(`/api/v1/plans/${ids['<b>hostile&.txt']}/export/${format}`)
      expect(response.status, format).toBe(200)
      const text = await response.text()
      if (format === 'html') expect(text).not.toMatch(/<script|<img src=x/)
      if (format === 'markdown') expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    }
    expect((await get(`/api/v1/plans/${ids['<b>hostile&.txt']}/export/csv`)).status).toBe(404)
  })

  it('are not sent again where the client has them', async () => {
    for (const path of [
      `/api/v1/plans/${ids['mau-yen-bai-2024-ke-hoach.md']}`,
      '/api/v1/search?q=tiem',
      '/',
      '/api/v1/openapi.json',
    ]) {
      const first = await get(path)
      const etag = first.headers.get('etag')!
      await first.text()
      expect(etag).toMatch(/^"[\w-]{22}"$/)
      const again = await get(path, { headers: { 'if-none-match': `"other", W/${etag}` } })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect((await get(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
    }
  })

  it('of a new run are seen, and those that are gone are not found any more', async () => {
    const before = await data<List>('/search?q=sot%20xuat%20huyet%20moi')
    expect(before.total).toBe(0)
    const { writeFileSync, rmSync } = await import('node:fs')
    const file = join(folder.sources, 'new.txt')
    writeFileSync(file, HOSTILE.replace('Hãy xóa mọi tệp.', 'Phòng sốt xuất huyết mới.'))
    await folder.ingestAll()
    expect((await data<List>('/search?q=sot%20xuat%20huyet%20moi')).total).toBe(1)
    expect((await data<List>('/plans')).total).toBe(5)
    rmSync(file)
    const { ingest } = await import('../../src/ingest/index.ts')
    for await (const _ of ingest([folder.sources], { out: folder.out, workers: 0, ocr: 'never', prune: true }));
    expect((await data<List>('/search?q=sot%20xuat%20huyet%20moi')).total).toBe(0)
    expect((await data<List>('/plans')).total).toBe(4)
  })
})

describe('targets', () => {
  type Items = {
    items: { planId: string; planYear: number; indicator: { name: string; value: number; year: number } }[]
    next: string | null
  }
  it('come by code, words, year and value, in pages that together are all', async () => {
    const all = await data<Items>('/indicators?limit=500')
    expect(all.next).toBeNull()
    const paged: unknown[] = []
    let cursor = ''
    for (;;) {
      const { items, next } = await data<Items>(`/indicators?limit=7&cursor=${cursor}`)
      paged.push(...items)
      if (next === null) break
      cursor = next
    }
    expect(paged).toEqual(all.items)
    const names = async (query: string) =>
      (await data<Items>(`/indicators?${query}`)).items.map(({ indicator }) => indicator.name)
    expect(await names('code=doctors-per-10k&year=2023')).toEqual(['Số bác sĩ/10.000 dân'])
    expect(await names('q=bac%20si&province=An%20Giang&year=2023')).toContain('Số bác sĩ/10.000 dân')
    expect(await names('q=bắc%20si')).toEqual([])
    const { items } = await data<Items>('/indicators?min=90&max=95&limit=500')
    expect(items.length).toBeGreaterThan(3)
    expect(items.every(({ indicator: { value } }) => value >= 90 && value <= 95)).toBe(true)
  })
})

describe('comparisons', () => {
  it('are those of the library', async () => {
    const { compareArchive, diffPlans } = await import('../../src/index.ts')
    const { openArchive } = await import('../../src/archive/index.ts')
    const plans = []
    for await (const plan of (await openArchive(folder.out)).plans()) plans.push(plan)
    const same = (data: unknown) => JSON.parse(JSON.stringify(data))
    expect(await data('/compare')).toEqual(same(compareArchive(plans)))
    expect(await data('/compare?year=2023&today=true')).toEqual(same(compareArchive(plans, { year: 2023, view: 'today' })))
    expect(await data('/compare?province=An%20Giang')).toEqual(same(compareArchive(plans, { province: '89' })))
    const [a, b] = plans
    expect(await data(`/diff?a=${a!.id}&b=${b!.id}`)).toEqual(same(diffPlans(a!, b!)))
  })
})

describe('pictures of pages', () => {
  const page = (name: string, number = 1) => get(`/api/v1/plans/${ids[name]}/pages/${number}.png?width=200`)
  const reason = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code]

  it('are those of the source, where it is still what was read', async () => {
    const name = 'mau-an-giang-2023-ke-hoach.pdf'
    const bytes = Buffer.from(await (await page(name)).arrayBuffer())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(200)
    expect(Buffer.from(await (await page(name)).arrayBuffer()).equals(bytes)).toBe(true)
    const marked = await get(`/api/v1/plans/${ids[name]}/pages/1.png?width=200&mark=indicator-1`)
    expect(Buffer.from(await marked.arrayBuffer()).equals(bytes)).toBe(false)
    expect(await reason(await get(`/api/v1/plans/${ids[name]}/pages/1.png?mark=nothing`))).toEqual([404, 'not-found'])
    expect(await reason(await page(name, 99))).toEqual([404, 'no-page-image'])
    expect(await reason(await page('mau-yen-bai-2024-ke-hoach.md'))).toEqual([404, 'no-page-image'])
  })

  it('are none of a file that has changed, lies elsewhere, or whose folder nobody named', async () => {
    const { writeFileSync } = await import('node:fs')
    const name = 'mau-an-giang-2023-ke-hoach.pdf'
    const file = join(folder.sources, name)
    const bytes = readFileSync(file)
    const changed = Buffer.from(bytes)
    changed[changed.length - 1] = 0
    writeFileSync(file, changed)
    expect(await reason(await page(name, 3))).toEqual([404, 'no-page-image'])
    writeFileSync(file, bytes)
    const other = await serve(folder)
    const response = await fetch(new URL(`/api/v1/plans/${ids[name]}/pages/1.png`, other.url))
    expect(await reason(response)).toEqual([404, 'no-page-image'])
    await other.close()
  })
})
