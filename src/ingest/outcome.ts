// What became of the bytes of a file: a plan as text, or the reason why there is none; plain data that processes pass on.
import { createHash } from 'node:crypto'
import { UnreadableError } from '../model/errors.ts'
import type { Plan } from '../model/plan.ts'
import { digestOf, type PlanDigest } from './digest.ts'
import type { FileStatus, ManifestLine } from './manifest.ts'
import { type PlanFile, planFileName, planJson } from './store.ts'

export type Verdict = Pick<ManifestLine, 'reason' | 'detail'> & { status: FileStatus }

/** A plan as it is written, and what is kept of it. */
export type WrittenPlan = PlanFile & { sha256: string; digest: PlanDigest }

export type Outcome = {
  verdict: Verdict
  plan: WrittenPlan | null
  /** For the run log. */
  error?: string
  /** Identity of the engine that the file asked for, `none` where it is missing; null where it asked for none. */
  engine: string | null
  /** Recognition failed at some of it, which another time it may not: the next run reads it again. */
  isTroubled?: boolean
}

export function outcomeOf(plan: Plan, engine: string | null): Outcome {
  const lost = plan.messages.filter(({ code, severity }) => severity === 'warning' && code.startsWith('read/'))
  const detail =
    lost.length === 0 ? null : { vi: lost.map(({ text }) => text.vi).join(' '), en: lost.map(({ text }) => text.en).join(' ') }
  return {
    verdict: { status: lost.length === 0 ? 'done' : 'partial', reason: lost[0]?.code ?? null, detail },
    plan: writtenPlan(plan),
    engine,
  }
}

/** Bytes, not words: half as many go from the worker to the run, which need not make them again. */
export function writtenPlan(plan: Plan): WrittenPlan {
  const bytes = Buffer.from(planJson(plan))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { id: plan.id, name: planFileName(plan), bytes, sha256, digest: digestOf(plan) }
}

/** An unreadable file is refused; anything else that went wrong is a fault of ours or of the machine, and the file failed. */
export function outcomeOfError(error: unknown, engine: string | null, isOpened = true): Outcome {
  if (error instanceof UnreadableError)
    return {
      verdict: { status: 'refused', reason: error.reason, detail: { vi: error.vi, en: error.message } },
      plan: null,
      engine,
    }
  const code = (error as NodeJS.ErrnoException).code
  const words = error instanceof Error ? error.message : String(error)
  const verdict =
    !isOpened && code
      ? failure('file-error', `không đọc được tệp (${code})`, `the file cannot be read (${code})`)
      : failure('internal-error', `lỗi của chương trình: ${words}`, `error of the program: ${words}`)
  return { verdict, plan: null, error: String((error as Error)?.stack ?? error), engine }
}

export type Ending = 'timeout' | 'out-of-memory' | 'worker-crashed'

/** The process that read the file did not live to say what became of it. */
export function outcomeOfEnding(ending: Ending, error: string): Outcome {
  const verdicts: Readonly<Record<Ending, Verdict>> = {
    timeout: failure(
      ending,
      'đọc quá lâu so với cỡ và số trang của tệp; đã dừng',
      'reading took too long for the size and pages of the file, and was stopped',
    ),
    'out-of-memory': failure(ending, 'đọc tệp cần quá nhiều bộ nhớ; đã dừng', 'reading took too much memory, and was stopped'),
    'worker-crashed': failure(ending, 'tiến trình đọc tệp bị ngắt đột ngột', 'the process that read the file ended abruptly'),
  }
  return { verdict: verdicts[ending], plan: null, error, engine: null }
}

function failure(reason: string, vi: string, en: string): Verdict {
  return { status: 'failed', reason, detail: { vi, en } }
}
