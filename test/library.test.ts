// docs/library.md tells the truth: its examples run, print what stands under them, and its TypeScript passes the types as built.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/library.md'), 'utf8')

type Example = { title: string; language: string; code: string; printed: string }

const examples = [...page.matchAll(/```(?<language>js|ts)\n(?<code>[\s\S]*?)```\n\n```text\n(?<printed>[\s\S]*?)```/g)].map(
  ({ groups, index }, i): Example => ({
    title: `${i + 1}. ${page
      .slice(0, index)
      .match(/^## .*$/gm)!
      .at(-1)!
      .slice(3)}`,
    language: groups!.language!,
    code: groups!.code!,
    printed: groups!.printed!,
  }),
)

// Inside the package, so that its own name leads to it as it was built.
const inside = join(root, 'dist/examples')
const work = mkdtempSync(join(tmpdir(), 'kehoach-library-'))
beforeAll(() => {
  mkdirSync(inside, { recursive: true })
  symlinkSync(join(root, 'corpus'), join(work, 'corpus'))
})
afterAll(() => {
  rmSync(inside, { recursive: true, force: true })
  rmSync(work, { recursive: true, force: true })
})

function run(file: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--no-warnings', file], { cwd: work, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout
}

describe('docs/library.md', () => {
  it('has no example without its output', () => {
    expect(page.match(/```(?:js|ts)\n/g)).toHaveLength(examples.length)
    expect(examples.length).toBeGreaterThan(9)
  })

  it.each(examples.filter(({ language }) => language === 'js'))('$title runs as plain JavaScript', ({ title, code, printed }) => {
    const file = join(inside, `${title.replace(/\W+/g, '-')}.mjs`)
    writeFileSync(file, code)
    rmSync(join(work, 'out'), { recursive: true, force: true })
    expect(run(file)).toBe(printed)
  })

  it.each(examples.filter(({ language }) => language === 'ts'))('$title compiles, and runs', ({ title, code, printed }) => {
    const name = title.replace(/\W+/g, '-')
    writeFileSync(join(inside, `${name}.mts`), code)
    const config = {
      compilerOptions: {
        target: 'es2022',
        module: 'nodenext',
        strict: true,
        exactOptionalPropertyTypes: true,
        types: ['node'],
        skipLibCheck: false,
      },
      files: [`${name}.mts`],
    }
    writeFileSync(join(inside, 'tsconfig.json'), JSON.stringify(config))
    const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', inside], {
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
    expect(run(join(inside, `${name}.mjs`))).toBe(printed)
  })
})
