// The name of an RTF group becomes what is done with its words.

export type Destination = 'body' | 'skip' | 'fonts' | 'styles' | 'instruction'

/** Words outside of the running text, with a flow of their own. */
export type Aside = 'running-head' | 'note' | 'box'

const ASIDES: ReadonlyMap<string, Aside> = new Map([
  ...'header headerl headerr headerf footer footerl footerr footerf'.split(' ').map((name) => [name, 'running-head'] as const),
  ['footnote', 'note'],
  ['shptxt', 'box'],
  ['dptxbxtext', 'box'],
])

const SKIPPED = new Set(
  'colortbl info filetbl pict nonshppict nonesttables shprslt sp sn sv xe tc rxe txe ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn private objdata objclass objname mmathPict datafield formfield ffname template themedata colorschememapping latentstyles listtable listoverridetable revtbl annotation bkmkstart bkmkend pn nesttableprops'.split(
    ' ',
  ),
)
/** Groups that say of themselves that they may be skipped, and hold words that are printed. */
const READ_STARRED = new Set('shppict shpinst do footnote fldinst ud moMath moMathPara objresult'.split(' '))

export function asideOf(name: string): Aside | null {
  return ASIDES.get(name) ?? null
}

export function destinationOf(name: string, isStarred: boolean): Destination | null {
  if (name === 'fonttbl') return 'fonts'
  if (name === 'stylesheet') return 'styles'
  if (name === 'fldinst') return 'instruction'
  if (SKIPPED.has(name) || /^m[a-z]+Pr$/.test(name)) return 'skip'
  return isStarred && !READ_STARRED.has(name) ? 'skip' : null
}
