// The archive as a whole: targets, search, comparisons, the catalogue, the status, and files that are sent to be read.
import { PERIODS, provincesOn } from '../../catalog/provinces.ts'
import {
  compareQuery,
  diffQuery,
  indicatorCatalogQuery,
  indicatorQuery,
  noQuery,
  parseQuery,
  provinceCatalogQuery,
  searchQuery,
} from '../../model/api/queries.ts'
import { VERSION } from '../../version.ts'
import { readUpload } from '../body.ts'
import { diffOf, matrixOf } from '../data/comparisons.ts'
import { listIndicators } from '../data/indicators.ts'
import { searchPlans } from '../data/search.ts'
import { FORMATS_OF_ONE } from './plans.ts'
import { JSON_TYPE, json, jsonPage, route } from './route.ts'

export const archiveRoutes = [
  route({
    id: 'getStatus',
    method: 'get',
    path: '/status',
    tag: 'server',
    summary: 'What is served.',
    params: null,
    query: noQuery,
    answers: { json: 'Status' },
    run: async ({ server }) => {
      const { digests, unreadable } = await server.library.contents()
      return json({
        kehoach: VERSION,
        plans: digests.length,
        unreadable,
        formats: [...FORMATS_OF_ONE],
        pageImages: server.hasSources,
        tools: server.hasTools,
      })
    },
  }),
  route({
    id: 'listIndicators',
    method: 'get',
    path: '/indicators',
    tag: 'indicators',
    summary: 'Targets of all plans, by code, category, name, year and value.',
    params: null,
    query: indicatorQuery,
    answers: { json: 'IndicatorList' },
    run: async ({ query, request, server }) =>
      jsonPage(await listIndicators(server.library, query, server.catalog.indicators), request),
  }),
  route({
    id: 'search',
    method: 'get',
    path: '/search',
    tag: 'search',
    summary: 'Sections that hold the words, the best first.',
    params: null,
    query: searchQuery,
    answers: { json: 'SearchAnswer' },
    run: async ({ query, request, server }) => jsonPage(await searchPlans(server.library, query), request),
  }),
  route({
    id: 'compare',
    method: 'get',
    path: '/compare',
    tag: 'comparisons',
    summary: 'Targets of the provinces in a year, or of one province over the years.',
    params: null,
    query: compareQuery,
    answers: { json: 'Matrix' },
    run: async ({ query, server }) => json(await matrixOf(server.library, query, server.catalog)),
  }),
  route({
    id: 'diff',
    method: 'get',
    path: '/diff',
    tag: 'comparisons',
    summary: 'The changes from one plan to another.',
    params: null,
    query: diffQuery,
    answers: { json: 'Diff' },
    problems: ['not-found'],
    run: async ({ query, server }) => json((await diffOf(server.library, query.a, query.b, server.catalog)).diff),
  }),
  route({
    id: 'listCatalogIndicators',
    method: 'get',
    path: '/catalog/indicators',
    tag: 'catalogue',
    summary: 'The dictionary of indicators.',
    params: null,
    query: indicatorCatalogQuery,
    answers: { json: 'IndicatorCatalog' },
    run: async ({ query, server: { catalog } }) =>
      json({
        version: catalog.version,
        items: catalog.indicators.filter(({ category }) => query.category === undefined || category === query.category),
      }),
  }),
  route({
    id: 'listProvinces',
    method: 'get',
    path: '/catalog/provinces',
    tag: 'catalogue',
    summary: 'The provinces, with the time in which each stood.',
    params: null,
    query: provinceCatalogQuery,
    answers: { json: 'ProvinceCatalog' },
    run: async ({ query }) =>
      json({
        items: (query.date === undefined ? PERIODS : provincesOn(query.date)).map(
          ({ code, name, isCity, currentCode, from, to, region }) => ({ code, name, isCity, currentCode, from, to, region }),
        ),
      }),
  }),
  route({
    id: 'parse',
    method: 'post',
    path: '/parse',
    tag: 'server',
    summary: 'Reads a file into a plan; nothing of it is kept.',
    params: null,
    query: parseQuery,
    takesFile: true,
    answers: { json: 'Plan' },
    problems: ['forbidden', 'too-large', 'unreadable'],
    run: async ({ query, request, server }) => {
      const { bytes, name } = await readUpload(request, server.maxUpload)
      return { body: await server.parser.parse(query.name ?? name ?? '', bytes), type: JSON_TYPE }
    },
  }),
]
