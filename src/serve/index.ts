// An out folder is served: REST, pages and tools for agents over HTTP, on this machine unless told otherwise.

import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import { createAdaptorServer } from '@hono/node-server'
import { openCatalog } from '../catalog/index.ts'
import type { CatalogFile } from '../model/catalog.ts'
import type { ParseOptions } from '../pipeline.ts'
import { openApp } from './app.ts'
import { openDrawer } from './drawer.ts'
import { openLibrary } from './library.ts'
import { openTools } from './mcp/http.ts'
import { openParser } from './parser.ts'
import type { Server } from './routes/route.ts'
import { openSources } from './sources.ts'

export type ServeOptions = {
  out: string
  host: string
  port: number
  /** Demanded of every request; null for none. */
  token: string | null
  /** Bytes of a file that is sent. */
  maxUpload: number
  /** Folder of the source files, for pictures of their pages. */
  sources: string | null
  /** A site whose scripts may ask. */
  cors: string | null
  /** Serves agents at /mcp. */
  tools: boolean
  isLoopback: boolean
  catalog?: CatalogFile | undefined
  lexicon?: ParseOptions['lexicon']
  ocr?: 'auto' | 'always' | 'never'
  engine?: 'auto' | 'system' | 'embedded'
  /** Milliseconds: for an answer, and for a request to come in. */
  timeout?: number
}

export type Running = {
  url: string
  /** Ends when all that is being answered is, or after a while. */
  close: () => Promise<void>
}

const TIMEOUT = 30_000
const MOST_REQUESTS = 64
const MOST_READERS = 4
const MOST_SOCKETS = 512
const GRACE = 5_000
const IDLE = 400_000

/** Resolves when it listens. Throws what the system says where it cannot, MissingPackageError where tools are asked for without their package. */
export async function openServer(options: ServeOptions): Promise<Running> {
  const { out, lexicon, ocr = 'auto', engine = 'auto', timeout = TIMEOUT } = options
  const limits = { seconds: 120, pages: 500 }
  const server: Server = {
    library: openLibrary(out),
    catalog: openCatalog(options.catalog),
    parser: openParser(Math.min(MOST_READERS, availableParallelism()), {
      ocr,
      engine,
      lexicon,
      ...(options.catalog && { catalog: options.catalog }),
      limits,
    }),
    drawer: openDrawer(),
    sources: openSources(options.sources, out),
    hasSources: options.sources !== null,
    hasTools: options.tools,
    maxUpload: options.maxUpload,
  }
  const tools = options.tools ? await openTools(server) : null
  const app = openApp(server, { ...options, timeout, most: MOST_REQUESTS, tools })
  const http = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    // A client that sends a byte a minute is not waited for.
    serverOptions: {
      headersTimeout: Math.min(10_000, timeout),
      requestTimeout: 2 * timeout,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: Math.min(2_000, timeout),
    },
  }) as HttpServer
  http.maxConnections = MOST_SOCKETS
  // One that does not take its answer either; a file that is read, behind others, is quiet for minutes.
  http.setTimeout(IDLE, (socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(options.port, options.host, resolve)
  })
  const { address, port, family } = http.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`,
    async close() {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()))
      http.closeIdleConnections()
      const timer = setTimeout(() => http.closeAllConnections(), GRACE).unref()
      await closed
      clearTimeout(timer)
      server.drawer.close()
      await server.parser.close()
    },
  }
}
