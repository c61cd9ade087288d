// Plans: lists, one plan, its sections and targets, what is odd in it, its pages and its other forms.
import { readFile } from 'node:fs/promises'
import { FORMAT_NAMES, type FormatName, openFormat } from '../../export/index.ts'
import { planJson } from '../../ingest/index.ts'
import {
  formatParams,
  pageParams,
  pageQuery,
  planListQuery,
  planParams,
  planQuery,
  sectionParams,
} from '../../model/api/queries.ts'
import { checkOf } from '../data/comparisons.ts'
import { boxesOf, listPlans, planOf, sectionOf } from '../data/plans.ts'
import { notFound, ProblemError } from '../problems.ts'
import { JSON_TYPE, json, jsonPage, route } from './route.ts'

const tag = 'plans'

export const planRoutes = [
  route({
    id: 'listPlans',
    method: 'get',
    path: '/plans',
    tag,
    summary: 'Plans by province, year, type and issuing body.',
    params: null,
    query: planListQuery,
    answers: { json: 'PlanList' },
    run: async ({ query, request, server }) => jsonPage(await listPlans(server.library, query), request),
  }),
  route({
    id: 'getPlan',
    method: 'get',
    path: '/plans/{id}',
    tag,
    summary: 'A whole plan.',
    params: planParams,
    query: planQuery,
    answers: { json: 'Plan' },
    problems: ['not-found'],
    run: async ({ params, server }) => ({ body: planJson(await planOf(server.library, params.id)), type: JSON_TYPE }),
  }),
  route({
    id: 'listSections',
    method: 'get',
    path: '/plans/{id}/sections',
    tag,
    summary: 'The tree of its sections.',
    params: planParams,
    query: planQuery,
    answers: { json: 'SectionList' },
    problems: ['not-found'],
    run: async ({ params, server }) => {
      const { id, source, sections } = await planOf(server.library, params.id)
      return json({ planId: id, path: source.path, items: sections })
    },
  }),
  route({
    id: 'getSection',
    method: 'get',
    path: '/plans/{id}/sections/{sectionId}',
    tag,
    summary: 'One of its sections.',
    params: sectionParams,
    query: planQuery,
    answers: { json: 'SectionAnswer' },
    problems: ['not-found'],
    run: async ({ params, server }) => {
      const plan = await planOf(server.library, params.id)
      return json({ planId: plan.id, path: plan.source.path, ...sectionOf(plan, params.sectionId) })
    },
  }),
  route({
    id: 'listPlanIndicators',
    method: 'get',
    path: '/plans/{id}/indicators',
    tag,
    summary: 'The targets that it sets.',
    params: planParams,
    query: planQuery,
    answers: { json: 'IndicatorList' },
    problems: ['not-found'],
    run: async ({ params, server }) => {
      const { id, source, header, indicators } = await planOf(server.library, params.id)
      const plan = { planId: id, path: source.path, province: header.province, planYear: header.year }
      return json({ items: indicators.map((indicator) => ({ ...plan, indicator })), next: null })
    },
  }),
  route({
    id: 'checkPlan',
    method: 'get',
    path: '/plans/{id}/check',
    tag,
    summary: 'What is odd in it.',
    params: planParams,
    query: planQuery,
    answers: { json: 'CheckAnswer' },
    problems: ['not-found'],
    run: async ({ params, server }) => json(checkOf(await planOf(server.library, params.id), server.catalog)),
  }),
  route({
    id: 'getPageImage',
    method: 'get',
    path: '/plans/{id}/pages/{page}',
    tag,
    summary: 'A page of its source as a picture, where the server knows the folder of the sources and the file is unchanged.',
    params: pageParams,
    query: pageQuery,
    answers: { media: 'image/png' },
    problems: ['not-found', 'no-page-image'],
    run: async ({ params, query, server }) => {
      const plan = await planOf(server.library, params.id)
      const { source } = plan
      const number = Number.parseInt(params.page, 10)
      const page = source.pages[number - 1]
      if (!/^(?:application\/pdf|image\/.+)$/.test(source.mediaType))
        throw new ProblemError('no-page-image', `dạng ${source.mediaType} không có trang`, `${source.mediaType} has no pages`)
      if (!page) throw new ProblemError('no-page-image', `không có trang ${number}`, `there is no page ${number}`)
      const boxes = query.mark === undefined ? [] : boxesOf(plan, query.mark).filter((box) => box.page === number)
      const file = await server.sources.find(source)
      const drawing = { page: number, rotation: page.rotation, width: query.width, marks: boxes.map(({ bbox }) => bbox) }
      const key = JSON.stringify([source.sha256, drawing])
      const png = await server.drawer.draw(key, () => readFile(file), drawing)
      if (!png) throw new ProblemError('no-page-image', `không có trang ${number}`, `there is no page ${number}`)
      return { body: png, type: 'image/png' }
    },
  }),
  route({
    id: 'exportPlan',
    method: 'get',
    path: '/plans/{id}/export/{format}',
    tag,
    summary: 'The plan in another form, one of `formats` of the status.',
    params: formatParams,
    query: planQuery,
    answers: { media: '*/*' },
    problems: ['not-found'],
    run: async ({ params, language, server }) => {
      const name = FORMATS_OF_ONE.find((each) => each === params.format)
      if (!name) throw noFormat(params.format)
      const plan = await planOf(server.library, params.id)
      const format = await openFormat(name)
      const options = { language, bom: false }
      if (format.shape === 'files') return { body: format.write(plan, options), type: mediaOf(format.ending) }
      if (format.shape !== 'text') throw noFormat(name)
      let body = ''
      for await (const part of format.write(one(plan), options)) body += part
      return { body, type: mediaOf(format.ending) }
    },
  }),
]

// They write files by themselves, and some bring a database along that no server needs.
const STORES: readonly string[] = ['csv', 'xlsx', 'parquet', 'duckdb']

/** The forms in which one plan can be fetched. */
export const FORMATS_OF_ONE: readonly FormatName[] = FORMAT_NAMES.filter((name) => !STORES.includes(name))

async function* one<T>(plan: T): AsyncGenerator<T> {
  yield plan
}

const MEDIA: Readonly<Record<string, string>> = {
  json: JSON_TYPE,
  jsonl: 'application/x-ndjson; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

function mediaOf(ending: string): string {
  return MEDIA[ending.split('.').at(-1)!] ?? 'text/plain; charset=utf-8'
}

function noFormat(name: string): ProblemError {
  return notFound(
    `không có dạng “${name}” cho một kế hoạch (xem kehoach export)`,
    `there is no form “${name}” of one plan (see kehoach export)`,
  )
}
