// The pages for people: without script, everything escaped.
import { noQuery } from '../../model/api/queries.ts'
import { comparePage, diffPage } from './comparisons.ts'
import { STYLE } from './layout.ts'
import { homePage, searchPage } from './lists.ts'
import type { PageRoute } from './page.ts'
import { planPage } from './plan.ts'

const style: PageRoute = {
  path: '/style.css',
  query: noQuery,
  run: async () => ({ body: STYLE, type: 'text/css; charset=utf-8' }),
}

export const PAGES: readonly PageRoute[] = [homePage, searchPage, planPage, comparePage, diffPage, style]
