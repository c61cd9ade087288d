// What an earlier run found becomes a list of what need not be told again.
import { readFile } from 'node:fs/promises'
import { InputError } from '../language.ts'

type Earlier = { plans: { path: string; findings: { fingerprint: string }[] }[] }

/** Findings in a file that --format json wrote. Throws InputError. */
export async function knownFindings(file: string): Promise<Set<string>> {
  try {
    const { plans } = JSON.parse(await readFile(file, 'utf8')) as Earlier
    return new Set(plans.flatMap(({ path, findings }) => findings.map(({ fingerprint }) => keyOf(path, fingerprint))))
  } catch {
    throw new InputError({
      vi: `“${file}” không phải là kết quả của kehoach check --format json`,
      en: `“${file}” was not written by kehoach check --format json`,
    })
  }
}

export function keyOf(path: string, fingerprint: string): string {
  return `${path}\t${fingerprint}`
}
