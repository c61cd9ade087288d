// The tables become the descriptor of a Frictionless Data Package: what each file, column and key means.
import { type AnyTable, type ColumnType, type ForeignKey, TABLES } from './index.ts'

type Language = 'vi' | 'en'

const TYPES: Readonly<Record<ColumnType, { type: string; format?: string }>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  day: { type: 'date', format: 'default' },
}

const FORMS = {
  csv: {
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: {
      csvddfVersion: 1.2,
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
      skipInitialSpace: false,
      header: true,
    },
  },
  parquet: { format: 'parquet', mediatype: 'application/vnd.apache.parquet' },
}

type Form = keyof typeof FORMS

const ABOUT = { vi: 'Dữ liệu do kehoach đọc từ các văn bản.', en: 'Data that kehoach read from the documents.' }

const OF_CSV = {
  vi: ' Chữ bắt đầu bằng = + - @ (kể cả dạng toàn khổ), TAB hoặc CR có thêm một dấu nháy đơn đứng trước để bảng tính không coi là công thức; bỏ dấu ấy đi là được nguyên văn.',
  en: ' Words that begin with = + - @ (full-width too), TAB or CR have an apostrophe before them, so that no spreadsheet takes them for a formula; without it they are as printed.',
}

/** `kehoach` is the version of the program that read the plans. */
export function descriptorOf(form: Form, language: Language, kehoach: string | null): object {
  const about = (of: Language) => `${ABOUT[of]}${form === 'csv' ? OF_CSV[of] : ''}`
  const other = language === 'vi' ? 'en' : 'vi'
  return {
    ...(form === 'csv' && { profile: 'tabular-data-package' }),
    name: 'kehoach',
    title: language === 'vi' ? 'Kế hoạch y tế' : 'Health plans',
    description: about(language),
    translations: { [other]: { description: about(other) } },
    ...(kehoach !== null && { producedBy: { kehoach } }),
    resources: TABLES.map((table) => resourceOf(table, form, language, other)),
  }
}

function resourceOf(table: AnyTable, form: Form, language: Language, other: Language): object {
  const { name, title, about, key, foreignKeys, columns } = table
  return {
    ...(form === 'csv' && { profile: 'tabular-data-resource' }),
    name,
    path: `${name}.${form}`,
    title: title[language],
    description: about[language],
    translations: { [other]: { title: title[other], description: about[other] } },
    ...FORMS[form],
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        ...TYPES[column.type],
        title: column.title[language],
        description: column.about[language],
        translations: { [other]: { title: column.title[other], description: column.about[other] } },
        ...(column.unit !== null && { unit: column.unit }),
        ...(column.unitColumn !== null && { unitField: column.unitColumn }),
        ...(column.isEdtf && { rdfType: 'http://id.loc.gov/datatypes/edtf' }),
        ...constraintsOf(key.includes(column.name), key.length === 1, column.values),
      })),
      missingValues: [''],
      primaryKey: key,
      ...listOf(
        'foreignKeys',
        foreignKeys.filter(({ isOptional }) => !isOptional),
        name,
      ),
      ...listOf(
        'optionalForeignKeys',
        foreignKeys.filter(({ isOptional }) => isOptional),
        name,
      ),
    },
  }
}

/** A table that leads to itself is called by an empty name. Readers take a key of several fields for broken where one is empty. */
function listOf(property: string, keys: readonly ForeignKey[], name: string): object {
  const list = keys.map(({ columns, table, to }) => ({
    fields: columns,
    reference: { resource: table === name ? '' : table, fields: to },
  }))
  return list.length > 0 ? { [property]: list } : {}
}

function constraintsOf(isKey: boolean, isAlone: boolean, values: readonly string[] | null): object {
  const constraints = {
    ...(isKey && { required: true }),
    ...(isKey && isAlone && { unique: true }),
    ...(values && { enum: values }),
  }
  return Object.keys(constraints).length > 0 ? { constraints } : {}
}
