// The package that speaks the Model Context Protocol: a hundred packages that only those install who serve agents.

/** It is not installed. */
export class MissingPackageError extends Error {
  readonly package: string

  constructor(name: string, cause: unknown) {
    super(`${name} is not installed`, { cause })
    this.name = 'MissingPackageError'
    this.package = name
  }
}

export const SDK = '@modelcontextprotocol/sdk'

export type Sdk = Awaited<ReturnType<typeof loadSdk>>

export async function loadSdk() {
  try {
    const [{ McpServer }, { StdioServerTransport }, { WebStandardStreamableHTTPServerTransport }] = await Promise.all([
      import('@modelcontextprotocol/sdk/server/mcp.js'),
      import('@modelcontextprotocol/sdk/server/stdio.js'),
      import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'),
    ])
    return { McpServer, StdioServerTransport, WebStandardStreamableHTTPServerTransport }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ERR_MODULE_NOT_FOUND' && message.includes(SDK)) throw new MissingPackageError(SDK, error)
    throw error
  }
}
