// A few of the moments at which `npm run bench:kill` kills a run and resumes it.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const runner = join(import.meta.dirname, '../../bench/kill.mjs')

it.skipIf(process.platform === 'win32')(
  'a run that is killed and resumed leaves what an undisturbed one leaves',
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [runner, '4', '--seed', '5', '--json']).catch((error) => error)
    const { moments, killed, differing } = JSON.parse(stdout) as { moments: number; killed: number; differing: unknown[] }
    expect(differing).toEqual([])
    expect(moments).toBe(4)
    expect(killed).toBeGreaterThan(0)
  },
  300_000,
)
