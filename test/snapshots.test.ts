// What the program says today of the sample plans, as `kehoach show` prints it: renewed by `npm run snapshots`, read in the diff.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { planPage } from '../src/cli/page.ts'
import { parsePlan } from '../src/index.ts'

const folder = join(import.meta.dirname, '../corpus/sources')
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.pdf'))
  .sort()

it.each(files)('%s is shown as before', async (file) => {
  const plan = await parsePlan(new Uint8Array(readFileSync(join(folder, file))), { path: file })
  const page = planPage(plan, { language: 'vi', stdout: { write: () => {} }, stderr: { write: () => {} } })
  await expect(`${page.join('\n')}\n`).toMatchFileSnapshot(`snapshots/${file}.txt`)
})
