// What must hold of every run and every plan, whatever the files were.
import { planModel } from '../../dist/index.js'

const REASONS = ['empty', 'encrypted', 'damaged', 'unknown-type', 'unsupported-type', 'no-text', 'too-large', 'unsafe-name']

/** One line for each file, of an archive at least one; none failed; refusals have their reason. */
export function faultsOfLines(names, manifest, told) {
  const faults = []
  if (JSON.stringify(manifest) !== JSON.stringify(told)) faults.push({ path: 'manifest.jsonl', fault: 'is not what was told' })
  const counts = new Map(names.map((name) => [name, 0]))
  const paths = new Set()
  for (const { path, status, reason, detail, plan } of manifest) {
    const fault = (words) => void faults.push({ path, fault: words })
    const [name, ...rest] = path.split('/')
    if (!counts.has(name)) fault('is no input')
    else if (rest.length === 0) counts.set(name, counts.get(name) + 1)
    else counts.set(name, 1)
    if (paths.has(path)) fault('has two lines')
    paths.add(path)
    if (status === 'failed') fault(`failed: ${reason} ${detail?.en}`)
    if (status === 'refused' && !REASONS.includes(reason)) fault(`is refused as ${reason}`)
    if (['done', 'partial'].includes(status) !== (plan !== null) && status !== 'duplicate')
      fault(`is ${status} with plan ${plan}`)
    if (status !== 'done' && !(detail?.vi && detail.en)) fault(`is ${status} without a word why`)
  }
  for (const [name, count] of counts) if (count !== 1) faults.push({ path: name, fault: `has ${count} lines` })
  return faults
}

/** The plan passes its model; every span lies in the text, and what is called raw is the slice. */
export function faultsOfPlan(plan) {
  const checked = planModel.safeParse(plan)
  if (!checked.success) return [`does not pass the model: ${checked.error.message.slice(0, 500)}`]
  if (/\\ud[89a-f]/.test(JSON.stringify(plan))) return ['a string of it holds half a sign']
  const faults = []
  const walk = (node, path) => {
    if (faults.length > 5 || node === null || typeof node !== 'object') return
    if (Array.isArray(node)) return node.forEach((each, i) => void walk(each, `${path}[${i}]`))
    if (Number.isInteger(node.start) && Number.isInteger(node.end)) {
      if (!(0 <= node.start && node.start <= node.end && node.end <= plan.text.length))
        faults.push(`${path} lies outside the text`)
    }
    if (typeof node.raw === 'string' && node.span && plan.text.slice(node.span.start, node.span.end) !== node.raw)
      faults.push(`${path}.raw is not the slice`)
    for (const [key, value] of Object.entries(node)) walk(value, `${path}.${key}`)
  }
  walk(plan, 'plan')
  return faults
}
