// Words become HTML that says nothing but these words: everything that is put into a template is escaped.
import { escapeHtml } from '../../render/escape.ts'

/** Markup that is safe; made by `html` alone, or by reports that escape by themselves. */
export type Html = { readonly html: string }

type Value = Html | string | number | null | undefined | false | readonly Html[]

export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: parts.reduce((page, part, i) => page + written(values[i - 1]) + part) }
}

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  return 'html' in value ? value.html : value.map((each) => each.html).join('')
}

/** An address of this server, its parts escaped; what is empty is left out. */
export function address(
  path: string,
  query: Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>,
): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== null && each !== undefined && each !== '' && each !== false) params.append(name, String(each))
  return params.size > 0 ? `${path}?${params}` : path
}
