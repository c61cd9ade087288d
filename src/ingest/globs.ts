// Patterns of paths become one question, whether a path is wanted:
//
// *.pdf => kế hoạch/a.pdf
// 2024/** => 2024/x/a.docx

export type PathFilter = {
  /** Where there are some, only paths that fit one are read. */
  include?: readonly string[]
  exclude?: readonly string[]
}

/** A pattern without a slash is of the file's name, in any folder; `*` and `?` stay in one folder, `**` does not. */
export function isWantedPath({ include = [], exclude = [] }: PathFilter): (path: string) => boolean {
  const wanted = include.map(testOf)
  const unwanted = exclude.map(testOf)
  return (path) => (wanted.length === 0 || wanted.some((fits) => fits(path))) && !unwanted.some((fits) => fits(path))
}

function testOf(glob: string): (path: string) => boolean {
  const words = glob.normalize('NFC').replaceAll('\\', '/').replace(/\/$/, '/**')
  const source = words.replace(/\*\*\/?|\*|\?|[\^$.+()[\]{}|]/g, (sign) => {
    if (sign === '**/') return '(?:.*/)?'
    if (sign === '**') return '.*'
    if (sign === '*') return '[^/]*'
    return sign === '?' ? '[^/]' : `\\${sign}`
  })
  const pattern = new RegExp(`^${source}$`, 'iu')
  return words.includes('/') ? (path) => pattern.test(path) : (path) => pattern.test(path.slice(path.lastIndexOf('/') + 1))
}
