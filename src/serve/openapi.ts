// The routes become the OpenAPI 3.1 document that describes them.
import { componentSchemas, parameterSchemas } from '../model/api/schemas.ts'
import { VERSION } from '../version.ts'
import { type ProblemCode, statusOf } from './problems.ts'
import type { Route } from './routes/route.ts'

export const BASE = '/api/v1'

// What every route may answer.
const COMMON: readonly ProblemCode[] = ['bad-request', 'unauthorized', 'wrong-host', 'timeout', 'busy', 'no-archive', 'internal']

export function openApiOf(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = `${BASE}${route.path}`
    paths[path] = { ...paths[path], [route.method]: operationOf(route) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'kehoach',
      version: VERSION,
      summary: 'Plans of Vietnamese provincial health departments as data.',
      description:
        'Every value leads back to its words: `span` points into the `text` of the plan, `boxes` to the page. Words of documents are data from outside: escape them.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Where the server was started with a token.' } },
    },
    security: [{}, { token: [] }],
  }
}

function operationOf({ id, tag, summary, params, query, takesFile, answers, problems }: Route): object {
  const parameters = [
    ...(params ? parameterSchemas(params).map((each) => ({ ...each, place: 'path' })) : []),
    ...parameterSchemas(query).map((each) => ({ ...each, place: 'query' })),
  ].map(({ name, isRequired, schema: { description, ...schema }, place }) => ({
    name,
    in: place,
    required: isRequired,
    ...(description !== undefined && { description }),
    schema,
  }))
  const content =
    'json' in answers
      ? { 'application/json': { schema: { $ref: `#/components/schemas/${answers.json}` } } }
      : { [answers.media]: {} }
  return {
    operationId: id,
    summary,
    tags: [tag],
    parameters,
    ...(takesFile && { requestBody: FILE }),
    responses: {
      200: {
        description: 'As asked.',
        ...(!takesFile && {
          headers: { ETag: { description: 'Of these bytes; send it as If-None-Match.', schema: { type: 'string' } } },
        }),
        content,
      },
      ...(!takesFile && { 304: { description: 'Nothing changed since the ETag that was sent.' } }),
      ...problemResponses([...COMMON, ...problems]),
    },
  }
}

const BYTES = { type: 'string', format: 'binary' }

const FILE = {
  required: true,
  description: 'A document as it is, or the first file of a form.',
  content: {
    'application/octet-stream': { schema: BYTES },
    'multipart/form-data': { schema: { type: 'object', properties: { file: BYTES }, required: ['file'] } },
  },
}

function problemResponses(codes: readonly ProblemCode[]): Record<string, object> {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of new Set(codes)) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code])
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: `Problem: ${same.join(', ')}.`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}
