// Tools for agents over HTTP: each request is answered by itself, nothing is kept between two.
import { readMeasured } from '../body.ts'
import { ProblemError } from '../problems.ts'
import { languageOf } from '../request.ts'
import type { Server } from '../routes/route.ts'
import { loadSdk } from './sdk.ts'
import { openToolServer } from './server.ts'

const MOST_BYTES = 256 * 1024

/** Throws MissingPackageError. */
export async function openTools(server: Server): Promise<(request: Request) => Promise<Response>> {
  const sdk = await loadSdk()
  return async (request) => {
    // No stream of notices, no session that ends: there are none.
    if (request.method !== 'POST')
      throw new ProblemError('method-not-allowed', 'địa chỉ này chỉ nhận POST', 'this address takes POST only', { allow: 'POST' })
    const bytes = await readMeasured(request, MOST_BYTES)
    const parsedBody = parsed(bytes)
    const mcp = openToolServer(sdk, server, languageOf(request))
    const transport = new sdk.WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    await mcp.connect(transport as Parameters<typeof mcp.connect>[0])
    try {
      return await transport.handleRequest(new Request(request.url, { method: 'POST', headers: request.headers }), { parsedBody })
    } finally {
      await mcp.close()
    }
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    throw new ProblemError('bad-request', 'dữ liệu gửi lên không phải JSON', 'the body is no JSON')
  }
}
