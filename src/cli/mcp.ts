// kehoach mcp <out>: the plans of an out folder as tools of an agent, over standard input and output.
import { parseArgs } from 'node:util'
import { MissingPackageError } from '../serve/mcp/sdk.ts'
import type { Command } from './command.ts'
import { InputError, UsageError } from './language.ts'
import { checkedOptions } from './options.ts'
import { ownCatalog } from './own-files.ts'
import { archiveIn } from './plans.ts'

export const mcpCommand: Command = {
  help: {
    vi: `kehoach mcp <out> [--catalog TỆP]

Cho tác tử AI dùng các kế hoạch trong thư mục kết quả, qua Model Context Protocol trên đầu vào và đầu
ra chuẩn: tìm, đọc một mục, tra và so sánh chỉ tiêu, so hai kế hoạch, điểm lạ. Mỗi câu trả lời kèm
trích dẫn (kế hoạch, tệp, trang, nguyên văn); chữ của văn bản được đánh dấu là dữ liệu.

Cần gói @modelcontextprotocol/sdk: npm install @modelcontextprotocol/sdk@1
  --catalog TỆP   danh mục riêng (JSON)`,
    en: `kehoach mcp <out> [--catalog FILE]

Lets an agent use the plans in an out folder, by the Model Context Protocol over standard input and
output: search, read a section, query and compare targets, compare two plans, what is odd. Every answer
has citations (plan, file, page, words); words of documents are marked as data.

Needs the package @modelcontextprotocol/sdk: npm install @modelcontextprotocol/sdk@1
  --catalog FILE  a catalogue of your own (JSON)`,
  },
  async run(args, { language }) {
    const { values, positionals } = checkedOptions(() =>
      parseArgs({ args, allowPositionals: true, options: { catalog: { type: 'string' } } }),
    )
    const [out = 'out', more] = positionals
    if (more !== undefined) throw new UsageError({ vi: `thừa “${more}”`, en: `“${more}” is not expected` })
    const catalog = values.catalog === undefined ? undefined : await ownCatalog(values.catalog)
    await archiveIn(out)
    const { serveTools } = await import('../serve/mcp/stdio.ts')
    await serveTools(out, language, catalog).catch((error: unknown) => {
      throw error instanceof MissingPackageError ? missingPackage(error) : error
    })
    return 0
  },
}

export function missingPackage({ package: name }: MissingPackageError): InputError {
  return new InputError({
    vi: `cần gói ${name}, chưa được cài: npm install ${name}@1`,
    en: `this needs the package ${name}, which is not installed: npm install ${name}@1`,
  })
}
