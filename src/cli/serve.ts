// kehoach serve <out>: the plans of an out folder over HTTP, for programs, people and agents.
import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { isLoopback } from '../serve/loopback.ts'
import { MissingPackageError } from '../serve/mcp/sdk.ts'
import type { Command } from './command.ts'
import { InputError, UsageError } from './language.ts'
import { missingPackage } from './mcp.ts'
import { checkedOptions, READ_OPTIONS, readOptions, wholeNumber } from './options.ts'
import { archiveIn } from './plans.ts'

const FEWEST_TOKEN_SIGNS = 16

export const serveCommand: Command = {
  help: {
    vi: `kehoach serve <out> [--port 8377] [--host 127.0.0.1] [--sources THƯ_MỤC] [--mcp]

Mở các kế hoạch trong thư mục kết quả cho trình duyệt và chương trình khác: trang xem ở /,
REST ở /api/v1, mô tả OpenAPI ở /api/v1/openapi.json. Chỉ máy này dùng được, trừ khi có --host khác.
Không ghi gì vào thư mục kết quả; lần ingest mới được thấy ngay.

  --port SỐ           cổng (mặc định 8377; 0: cổng trống bất kỳ)
  --host ĐỊA_CHỈ      địa chỉ để nghe; khác 127.0.0.1 thì phải có mã truy cập
  --token MÃ          mã mà mỗi yêu cầu phải có (hoặc biến môi trường KEHOACH_TOKEN)
  --no-token          không cần mã, kể cả với --host khác
  --sources THƯ_MỤC   thư mục tệp nguồn đã ingest: xem được ảnh từng trang
  --max-upload MB     cỡ lớn nhất của tệp gửi lên /api/v1/parse (mặc định 50)
  --cors NGUỒN        trang web khác được phép gọi, ví dụ https://so-yte.example
  --mcp               phục vụ tác tử AI ở /mcp (cần @modelcontextprotocol/sdk)
  --catalog TỆP, --lexicon TỆP, --ocr …, --engine …   như kehoach ingest`,
    en: `kehoach serve <out> [--port 8377] [--host 127.0.0.1] [--sources FOLDER] [--mcp]

Serves the plans in an out folder to browsers and programs: pages at /, REST at /api/v1, its OpenAPI
document at /api/v1/openapi.json. Only this machine can use it, unless another --host is given.
Nothing is written to the out folder; a new ingest is seen at once.

  --port NUMBER       port (default 8377; 0: any that is free)
  --host ADDRESS      address to listen on; other than 127.0.0.1 demands a token
  --token TOKEN       demanded of every request (or the environment variable KEHOACH_TOKEN)
  --no-token          none, with another --host too
  --sources FOLDER    the folder that was ingested: pages can be seen as pictures
  --max-upload MB     largest file that /api/v1/parse takes (default 50)
  --cors ORIGIN       a site whose scripts may ask, such as https://so-yte.example
  --mcp               serves agents at /mcp (needs @modelcontextprotocol/sdk)
  --catalog FILE, --lexicon FILE, --ocr …, --engine …   as for kehoach ingest`,
  },
  async run(args, { stderr, language }) {
    const { values, positionals } = checkedOptions(() =>
      parseArgs({
        args,
        allowPositionals: true,
        options: {
          port: { type: 'string', default: '8377' },
          host: { type: 'string', default: '127.0.0.1' },
          token: { type: 'string' },
          'no-token': { type: 'boolean', default: false },
          sources: { type: 'string' },
          'max-upload': { type: 'string', default: '50' },
          cors: { type: 'string' },
          mcp: { type: 'boolean', default: false },
          ...READ_OPTIONS,
        },
      }),
    )
    const [out = 'out', more] = positionals
    if (more !== undefined) throw new UsageError({ vi: `thừa “${more}”`, en: `“${more}” is not expected` })
    const port = wholeNumber('--port', values.port)!
    if (port > 65_535) throw new UsageError({ vi: '--port nhận số đến 65535', en: '--port takes a number up to 65535' })
    const isLocal = isLoopback(values.host)
    const token = tokenOf(values, isLocal)
    if (values.cors !== undefined && !isOrigin(values.cors))
      throw new UsageError({
        vi: '--cors nhận một nguồn, như https://so-yte.example',
        en: '--cors takes an origin, such as https://so-yte.example',
      })
    if (values.sources !== undefined && !(await stat(values.sources).catch(() => null))?.isDirectory())
      throw new InputError({ vi: `không có thư mục “${values.sources}”`, en: `there is no folder “${values.sources}”` })
    await archiveIn(out)
    const { openServer } = await import('../serve/index.ts')
    const running = await openServer({
      out,
      host: values.host,
      port,
      token,
      maxUpload: wholeNumber('--max-upload', values['max-upload'])! * 1024 * 1024,
      sources: values.sources ?? null,
      cors: values.cors ?? null,
      tools: values.mcp,
      isLoopback: isLocal,
      ...(await readOptions(values)),
    }).catch((error: unknown) => {
      throw error instanceof MissingPackageError ? missingPackage(error) : unheard(error, values.host, port)
    })
    stderr.write(
      language === 'vi' ? `Mở tại ${running.url} (Ctrl+C để dừng)\n` : `Listening at ${running.url} (Ctrl+C stops it)\n`,
    )
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve)
    })
    await running.close()
    return 0
  },
}

/** Throws UsageError: other machines could ask and no token is set, or a token is too short to be one. */
function tokenOf(values: { token?: string | undefined; 'no-token': boolean }, isLocal: boolean): string | null {
  if (values['no-token'] && values.token !== undefined)
    throw new UsageError({ vi: '--token và --no-token loại trừ nhau', en: '--token and --no-token exclude each other' })
  const token = values.token ?? (process.env.KEHOACH_TOKEN || undefined)
  if (values['no-token']) return null
  if (token === undefined && !isLocal)
    throw new UsageError({
      vi: 'máy khác sẽ vào được: hãy đặt --token (hoặc KEHOACH_TOKEN), hay --no-token nếu cố ý',
      en: 'other machines could ask: set --token (or KEHOACH_TOKEN), or --no-token if that is meant',
    })
  if (token !== undefined && (token.length < FEWEST_TOKEN_SIGNS || /\s/.test(token)))
    throw new UsageError({
      vi: `mã truy cập cần ít nhất ${FEWEST_TOKEN_SIGNS} ký tự, không có dấu cách`,
      en: `a token has ${FEWEST_TOKEN_SIGNS} characters at least, and no blank`,
    })
  return token ?? null
}

function isOrigin(words: string): boolean {
  return URL.canParse(words) && new URL(words).origin === words
}

function unheard(error: unknown, host: string, port: number): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  return syscall === 'listen' || syscall === 'getaddrinfo'
    ? new InputError({ vi: `không nghe được ở ${host}:${port} (${code})`, en: `cannot listen at ${host}:${port} (${code})` })
    : error
}
