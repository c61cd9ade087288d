// The JSON Schema in schemas/ is the model's, and every field of it is explained.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogSchema } from '../../src/model/catalog.ts'
import { planSchema } from '../../src/model/plan.ts'

type Node = {
  description?: string
  properties?: Record<string, Node>
  items?: Node
  anyOf?: Node[]
  $ref?: string
  $defs?: Record<string, Node>
}

function* fieldsOf(node: Node, path: string): Generator<[path: string, field: Node]> {
  for (const [name, field] of Object.entries(node.properties ?? {})) {
    yield [`${path}.${name}`, field]
    yield* fieldsOf(field, `${path}.${name}`)
  }
  if (node.items) yield* fieldsOf(node.items, `${path}[]`)
  for (const choice of node.anyOf ?? []) yield* fieldsOf(choice, path)
}

describe.each([
  ['plan', planSchema(), 100],
  ['catalog', catalogSchema(), 40],
] as const)('the schema of a %s', (name, made, most) => {
  const schema = made as Node
  const stored = readFileSync(join(import.meta.dirname, `../../schemas/${name}.schema.json`), 'utf8')

  it('is the one in schemas/', () => {
    expect(JSON.parse(stored)).toEqual(JSON.parse(JSON.stringify(schema)))
  })

  it('explains every field', () => {
    const fields = [
      ...fieldsOf(schema, name),
      ...Object.entries(schema.$defs ?? {}).flatMap(([name, node]) => [...fieldsOf(node, name)]),
    ]
    expect(fields.length).toBeGreaterThan(most)
    const explained = (field: Node): boolean =>
      field.description !== undefined ||
      (field.anyOf?.some(explained) ?? false) ||
      (field.$ref !== undefined && explained(schema.$defs![field.$ref.split('/').at(-1)!]!))
    expect(fields.filter(([, field]) => !explained(field)).map(([path]) => path)).toEqual([])
  })
})
