// Office programs and browsers make files that are the same in every run: no hour, no ids drawn by lot.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync, zipSync } from 'fflate'

/** A DOCX without the hour of the run. */
export function withoutClock(bytes) {
  const files = unzipSync(bytes)
  const core = new TextDecoder().decode(files['docProps/core.xml'])
  files['docProps/core.xml'] = new TextEncoder().encode(core.replace(/(?<=>)\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2025-01-01T00:00:00Z'))
  return zipSync(files, { mtime: new Date(2025, 0, 1), level: 9 })
}

/** name → DOCX becomes name → PDF, through LibreOffice. */
export function printOffice(papers) {
  return inFolder(papers, 'docx', (folder, names) => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', ...names], { cwd: folder, stdio: 'ignore' })
  })
}

/** name → HTML becomes name → PDF, through Chromium. */
export function printBrowser(papers) {
  return inFolder(papers, 'html', (folder, names) => {
    const settings = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', '--disable-pdf-tagging']
    const profile = `--user-data-dir=${join(folder, 'profile')}`
    for (const name of names)
      execFileSync(
        'chromium',
        [...settings, profile, `--print-to-pdf=${name.replace(/html$/, 'pdf')}`, pathToFileURL(join(folder, name)).href],
        { cwd: folder, stdio: 'ignore' },
      )
  })
}

function inFolder(papers, extension, print) {
  if (papers.size === 0) return new Map()
  const folder = mkdtempSync(join(tmpdir(), 'make-tables-'))
  try {
    for (const [name, bytes] of papers) writeFileSync(join(folder, `${name}.${extension}`), bytes)
    print(
      folder,
      [...papers.keys()].map((name) => `${name}.${extension}`),
    )
    return new Map(
      [...papers].map(([name, bytes]) => [name, sameBytes(readFileSync(join(folder, `${name}.pdf`), 'latin1'), bytes)]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** Replaced by text of the same length: offsets in the file stay true. */
function sameBytes(pdf, source) {
  const id = createHash('md5').update(source).digest('hex').toUpperCase()
  const still = pdf
    .replace(/(?<=\/(?:CreationDate|ModDate)\s?\(D:)\d{14}/g, '20250101000000')
    .replace(/(?<=[</])(?!FEFF)[0-9A-F]{32}(?=[>\s])/g, id)
  return Buffer.from(still, 'latin1')
}
