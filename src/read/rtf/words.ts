// The control words of the body change looks, end lines and paragraphs, and plan the rows of tables.
import { endCell, endLine, endParagraph, endRow, type Flow, newPlan } from './flows.ts'
import type { Context, State } from './state.ts'

const ALIGNS = { ql: 'left', qc: 'center', qr: 'right', qj: 'justify' } as const

export function readBodyWord(name: string, value: number | null, state: State, context: Context): void {
  if (!readBreak(name, state) && !readRowWord(name, value, state.flow)) readLook(name, value, state, context)
}

/** Ends of lines, paragraphs, cells and rows. */
function readBreak(name: string, state: State): boolean {
  const { flow } = state
  if (state.isDeleted) return false
  if (name === 'par' || name === 'sect' || name === 'nestcell') endParagraph(flow, state)
  else if (name === 'line' || name === 'page' || name === 'column') endLine(flow)
  else if (name === 'cell') endCell(flow, state)
  else if (name === 'row') endRow(flow)
  else return false
  return true
}

function readRowWord(name: string, value: number | null, flow: Flow): boolean {
  const { plan } = flow
  const pending = plan.cells.at(-1)
  const next = pending && pending.right === Number.POSITIVE_INFINITY ? pending : null
  const cell = () => {
    const own = next ?? { right: Number.POSITIVE_INFINITY, isMergedLeft: false, isMergedUp: false }
    if (!next) plan.cells.push(own)
    return own
  }
  if (name === 'trowd') {
    flow.plan = newPlan()
    flow.isRowOpen = true
  } else if (name === 'trleft') plan.left = value ?? 0
  else if (name === 'trhdr') plan.isHead = true
  else if (name === 'clmrg') cell().isMergedLeft = true
  else if (name === 'clvmrg') cell().isMergedUp = true
  else if (name === 'cellx') cell().right = value ?? 0
  else return false
  return true
}

function readLook(name: string, value: number | null, state: State, context: Context): void {
  const isOn = value !== 0
  switch (name) {
    case 'b':
      state.bold = isOn
      return
    case 'i':
      state.italic = isOn
      return
    case 'v':
      state.isHidden = isOn
      return
    case 'deleted':
      state.isDeleted = isOn
      return
    case 'f':
      state.font = value ?? 0
      return
    case 'plain':
      Object.assign(state, { bold: false, italic: false, isHidden: false, isDeleted: false, font: -1 })
      return
    case 'pard':
      Object.assign(state, { align: null, level: null, inTable: false })
      return
    case 'intbl':
      state.inTable = isOn
      return
    case 's':
      state.level = context.levels.get(value ?? 0) ?? null
      return
    case 'ql':
    case 'qc':
    case 'qr':
    case 'qj':
      state.align = ALIGNS[name]
      return
    case 'uc':
      state.fallback = Math.min(Math.max(0, value ?? 1), 16)
      return
    case 'ansicpg':
      context.codePage = value ?? 1252
      return
    case 'mac':
      context.codePage = 10000
      return
    case 'deff':
      context.defaultFont = value ?? 0
  }
}
