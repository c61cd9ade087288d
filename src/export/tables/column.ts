// What a table of an export is: columns with their meaning, and how a plan gives its rows.
import { type Plan, planSchema } from '../../model/plan.ts'
import { safeWords } from '../../render/escape.ts'

export type Words = Readonly<Record<'vi' | 'en', string>>

/** `day` is a whole day, YYYY-MM-DD; other dates are EDTF strings. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'day'

export type Value = string | number | boolean | null

export type Column<R> = {
  name: string
  type: ColumnType
  title: Words
  about: Words
  /** Of a fixed unit, or the column that holds the unit of each row. */
  unit: string | null
  unitColumn: string | null
  /** All that it may hold; null where that is open. */
  values: readonly string[] | null
  isEdtf: boolean
  of: (record: R) => Value
}

export type ForeignKey = {
  columns: readonly string[]
  table: string
  to: readonly string[]
  /** The last of the columns may be empty: then the row leads nowhere. */
  isOptional?: boolean
}

export type Table<R = never> = {
  name: string
  title: Words
  about: Words
  key: readonly string[]
  foreignKeys: readonly ForeignKey[]
  columns: readonly Column<R>[]
  /** What of a plan becomes a row each, in the order of the document. */
  records: (plan: Plan) => Iterable<R>
}

/** A table whose records nobody outside needs to know. */
export type AnyTable = Omit<Table, 'columns' | 'records'> & {
  columns: readonly Omit<Column<never>, 'of'>[]
  /** Values in order of the columns; words are safe to hold in any tool. */
  rows: (plan: Plan) => Iterable<Value[]>
}

export function tableOf<R>({ records, columns, ...table }: Table<R>): AnyTable {
  return {
    ...table,
    columns,
    *rows(plan) {
      for (const record of records(plan)) yield columns.map(({ of }) => safe(of(record)))
    },
  }
}

// A plan of an older version has not every field.
const safe = (value: Value | undefined): Value => (typeof value === 'string' ? safeWords(value) : (value ?? null))

type More = {
  /** Path of the field in the model that it holds, where its own name does not say. */
  from?: string
  /** Its meaning in English, where no field of the model tells it. */
  en?: string
  unit?: string
  unitColumn?: string
  isEdtf?: boolean
}

/** Makers of columns; their English meaning is that of the field of the model below `base`. */
export function columnsOf<R>(base: string) {
  const maker =
    (type: ColumnType) =>
    (
      name: string,
      title: readonly [vi: string, en: string],
      vi: string,
      of: (record: R) => Value,
      more: More = {},
    ): Column<R> => {
      const field = more.en === undefined || more.from ? fieldOf(more.from ?? [base, name].filter(Boolean).join('.')) : null
      return {
        name,
        type,
        title: { vi: title[0], en: title[1] },
        about: { vi, en: more.en ?? field?.description ?? '' },
        unit: more.unit ?? null,
        unitColumn: more.unitColumn ?? null,
        values: type === 'string' ? (field?.values ?? null) : null,
        isEdtf: more.isEdtf ?? false,
        of,
      }
    }
  return {
    text: maker('string'),
    whole: maker('integer'),
    number: maker('number'),
    flag: maker('boolean'),
    day: maker('day'),
  }
}

type Schema = {
  description?: string
  enum?: string[]
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  $ref?: string
}

let schema: (Schema & { $defs?: Record<string, Schema> }) | null = null

/** What the model says of a field: `indicators.codeMatch.basis`. Throws for a path that the model does not have. */
function fieldOf(path: string): { description: string; values: readonly string[] | null } {
  schema ??= planSchema() as Schema
  let at: Schema = schema
  for (const name of path.split('.')) {
    const next = open(at).properties?.[name]
    if (!next) throw new Error(`The model has no field ${path}`)
    at = next
  }
  const kinds = [at, ...(at.anyOf ?? [])]
  return {
    description: kinds.find(({ description }) => description)?.description ?? '',
    values: kinds.find(({ enum: values }) => values)?.enum?.filter(Boolean) ?? null,
  }
}

/** The object behind lists, references and what may be null. */
function open(at: Schema): Schema {
  if (at.$ref) return open(schema!.$defs?.[at.$ref.split('/').at(-1)!] ?? {})
  if (at.items) return open(at.items)
  return at.properties ? at : (at.anyOf?.map(open).find(({ properties }) => properties) ?? at)
}
