// Tools for agents over the standard streams of this process: one client, as long as it listens.
import { type Catalog, openCatalog } from '../../catalog/index.ts'
import type { CatalogFile } from '../../model/catalog.ts'
import { openLibrary } from '../library.ts'
import type { Language } from '../problems.ts'
import type { Server } from '../routes/route.ts'
import { loadSdk } from './sdk.ts'
import { openToolServer } from './server.ts'

/** Resolves when the client is gone. Throws MissingPackageError. */
export async function serveTools(out: string, language: Language, own?: CatalogFile): Promise<void> {
  const sdk = await loadSdk()
  const catalog: Catalog = openCatalog(own)
  // Tools read plans of the folder, and nothing else.
  const server = { library: openLibrary(out), catalog } as Server
  const mcp = openToolServer(sdk, server, language)
  const gone = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve)
    process.stdin.once('close', resolve)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve)
  })
  await mcp.connect(new sdk.StdioServerTransport())
  await gone
  await mcp.close()
}
