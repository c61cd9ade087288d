// A PDF becomes another: objects changed, gone, swapped or pointing elsewhere, streams unpacked, changed and packed again.
import { deflateSync, inflateSync } from 'node:zlib'
import { mutateBytes } from './bytes.mjs'

const OBJECT = /(\d+) (\d+) obj\b([\s\S]*?)endobj/g
const PDF_NUMBERS = ['0', '-1', '1', '2', '3', '99999', '2147483647', '-2147483648', '4294967296', '0.00001', '1e10', 'null', 'true', '/X', '()', '[]', '<<>>'] // biome-ignore format: side by side

/** Objects changed, gone, swapped or pointing elsewhere; the table of places made anew or left wrong. */
export function mutatePdf(bytes, chance) {
  const text = bytes.toString('latin1')
  const objects = Array.from(text.matchAll(OBJECT), ([, number, generation, body]) => ({ number, generation, body }))
  if (objects.length < 3) return mutateBytes(bytes, chance)
  for (let i = chance.some(6); i > 0; i--) mutateObjects(objects, chance)
  if (chance.is(0.25))
    return Buffer.from(
      text.replace(OBJECT, (whole, number) => bodyFor(objects, number) ?? whole),
      'latin1',
    )
  const trailer = /trailer\s*(<<[\s\S]*?>>)/.exec(text)?.[1]
  return trailer ? rebuilt(objects, trailer, chance) : mutateBytes(bytes, chance)
}

const bodyFor = (objects, number) => {
  const object = objects.find((each) => each.number === number)
  return object && `${object.number} ${object.generation} obj${object.body}endobj`
}

function mutateObjects(objects, chance) {
  const at = chance.below(objects.length)
  const object = objects[at]
  const other = chance.pick(objects)
  const deed = chance.weighed([
    [2, () => void objects.splice(at, objects.length > 3 ? 1 : 0)],
    [
      2,
      () => {
        ;[object.body, other.body] = [other.body, object.body]
      },
    ],
    [
      1,
      () => {
        object.body = other.body
      },
    ],
    [1, () => void objects.push({ ...object })],
    [
      4,
      () => {
        object.body = changedReferences(object.body, objects, chance)
      },
    ],
    [
      4,
      () => {
        object.body = changedNumbers(object.body, chance)
      },
    ],
    [
      3,
      () => {
        object.body = changedNames(object.body, chance)
      },
    ],
    [
      10,
      () => {
        object.body = changedStream(object.body, chance)
      },
    ],
  ])
  deed()
}

/** What stands before the stream alone. */
function inHead(body, change) {
  const at = body.indexOf('stream')
  return at < 0 ? change(body) : change(body.slice(0, at)) + body.slice(at)
}

function changedReferences(body, objects, chance) {
  return inHead(body, (head) =>
    head.replace(/\d+ 0 R/g, (whole) => (chance.is(0.3) ? `${chance.pick(objects).number} 0 R` : whole)),
  )
}

function changedNumbers(body, chance) {
  return inHead(body, (head) =>
    head.replace(/(?<=[\s[])-?\d+(?:\.\d+)?(?=[\s\]/>])/g, (whole) => (chance.is(0.15) ? chance.pick(PDF_NUMBERS) : whole)),
  )
}

function changedNames(body, chance) {
  return inHead(body, (head) => {
    const names = head.match(/\/[A-Za-z][\w-]*/g) ?? []
    return head.replace(/\/[A-Za-z][\w-]*/g, (whole) =>
      chance.is(0.1) ? chance.pick([...names, '/FlateDecode', '/Page', '/X']) : whole,
    )
  })
}

const OPERATORS = ['q', 'Q', 'BT', 'ET', 'Tj', 'TJ', 'Td', 'Tm', 'Tf', 'cm', 're', 'f', 'S', 'W n', 'Do', 'm', 'l', 'c', 'h', 'BI', 'EI', 'BDC', 'EMC', "'", '"', 'Tz', 'Tr', 'd0', 'sh', 'gs'] // biome-ignore format: side by side

/** Unpacked where it can be, changed, and packed again; its length told as it is or as it was. */
function changedStream(body, chance) {
  const match = /^([\s\S]*?)stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)
  if (!match) return changedNumbers(body, chance)
  let head = match[1]
  let data = Buffer.from(match[2], 'latin1')
  try {
    const plain = inflateSync(data)
    const isContent = /\sT[jJ]\s|\sre\s/.test(plain.toString('latin1'))
    data = deflateSync(isContent && chance.is(0.8) ? changedContent(plain, chance) : mutateBytes(plain, chance))
  } catch {
    data = mutateBytes(data, chance)
  }
  if (chance.is(0.8)) head = head.replace(/\/Length \d+(?: \d+ R)?/, `/Length ${data.length}`)
  return `${head}stream\n${data.toString('latin1')}\nendstream\n`
}

function changedContent(plain, chance) {
  const tokens = plain.toString('latin1').split(/(?<=\s)/)
  for (let i = chance.some(100); i > 0; i--) {
    const at = chance.below(tokens.length)
    const token = chance.pick(tokens)
    if (chance.is(0.2)) tokens.splice(at, chance.some(50))
    else if (chance.is(0.3)) tokens[at] = `${chance.pick(OPERATORS)} `
    else if (chance.is(0.5)) tokens[at] = /^[-\d.]/.test(tokens[at] ?? '') ? `${chance.pick(PDF_NUMBERS)} ` : token
    else tokens.splice(at, 0, ...Array(chance.some(200)).fill(chance.is(0.5) ? token : `${chance.pick(OPERATORS)} `))
  }
  return Buffer.from(tokens.join(''), 'latin1')
}

function rebuilt(objects, trailer, chance) {
  let text = '%PDF-1.6\n'
  const places = new Map()
  for (const { number, generation, body } of objects) {
    places.set(Number(number), text.length)
    text += `${number} ${generation} obj${body}endobj\n`
  }
  const size = Math.max(...places.keys()) + 1
  const start = text.length
  const row = (number) =>
    `${String((places.get(number) ?? 0) + (chance.is(0.01) ? chance.below(99) : 0)).padStart(10, '0')} 00000 ${places.has(number) ? 'n' : 'f'} \n`
  const rows = Array.from({ length: size }, (_, number) => row(number)).join('')
  text += `xref\n0 ${chance.is(0.05) ? chance.pick(PDF_NUMBERS) : size}\n${rows}trailer\n${chance.is(0.1) ? changedNumbers(trailer, chance) : trailer}\nstartxref\n${chance.is(0.05) ? chance.pick(PDF_NUMBERS) : start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
