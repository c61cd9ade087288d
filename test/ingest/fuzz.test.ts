// A bounded number of mutated files goes through an ordinary run, as `npm run fuzz` does with more.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const runner = join(import.meta.dirname, '../../bench/fuzz/run.mjs')
const run = async (...args: string[]) => {
  const { stdout } = await promisify(execFile)(process.execPath, [runner, ...args, '--json']).catch((error) => error)
  return JSON.parse(stdout) as { mutants: number; lines: number; plans: number; faults: unknown[] }
}

it('no mutated file ends a run, hangs, is lost, fails, or gives a plan that is not so', async () => {
  const { mutants, lines, plans, faults } = await run('120', '--seed', '1')
  expect(faults).toEqual([])
  expect(mutants).toBe(120)
  expect(lines).toBeGreaterThanOrEqual(120)
  // They are not all refused at the door.
  expect(plans).toBeGreaterThan(40)
}, 300_000)
