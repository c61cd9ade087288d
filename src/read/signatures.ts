// The words of signature stamps become who signed and when, for files whose signature dictionary is gone.
//
//   "Người ký: Sở Y tế Email: syt@x.vn Cơ quan: Tỉnh A Thời gian ký: 24.04.2018 15:17:44 +07:00" => Sở Y tế 2018-04-24T15:17:44+07:00
//   "Giờ ký: 24/10/2022 15:17:35" => null 2022-10-24T15:17:35
import type { DraftBlock } from '../model/draft.ts'
import type { Signature } from '../model/plan.ts'
import { foldText } from '../text/fold.ts'

const SIGNER =
  /(?:ký bởi|người ký|ký số bởi|digitally signed by)\s*:?\s*(?<signer>[^:]{2,120}?)(?=\s*(?:email|thư điện tử|cơ quan|tổ chức|chức vụ|ngày ký|giờ ký|thời gian ký|date|dn)\s*:|\s*$)/iu
const TIME =
  /(?:thời gian ký|giờ ký|ngày ký|date)\s*:?\s*(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>\d{4})[\s,]+(?<time>\d{2}:\d{2}:\d{2})(?:\s*(?<zone>[+-]\d{2}:?\d{2}))?/iu

/** Signatures of the stamps of a draft, one per run of stamp lines. */
export function signaturesOfStamps(blocks: readonly DraftBlock[]): Signature[] {
  const stamps: string[] = []
  let isOpen = false
  for (const block of blocks) {
    const isStamp = block.kind === 'paragraph' && block.furniture === 'stamp'
    if (isStamp) {
      const words = block.lines.map((line) => line.text).join(' ')
      if (isOpen) stamps[stamps.length - 1] += ` ${words}`
      else stamps.push(words)
    }
    isOpen = isStamp
  }
  const found = new Map(stamps.flatMap(signatureIn).map((signature) => [`${signature.time} ${signature.signer}`, signature]))
  return [...found.values()].sort((a, b) => ((a.time ?? '') < (b.time ?? '') ? -1 : 1))
}

/** The signature that one stamp tells of, or none. */
export function signatureIn(words: string): Signature[] {
  const folded = foldText(words)
  const signer = SIGNER.exec(folded)
  const time = TIME.exec(folded)?.groups
  if (!signer && !time) return []
  const at = signer ? signer.index + signer[0].indexOf(signer.groups!.signer!) : 0
  const zone = time?.zone?.replace(/^(...)(\d\d)$/, '$1:$2') ?? ''
  return [
    {
      signer: signer ? words.slice(at, at + signer.groups!.signer!.length).trim() : null,
      time: time ? `${time.year}-${two(time.month!)}-${two(time.day!)}T${time.time}${zone}` : null,
    },
  ]
}

function two(number: string): string {
  return number.padStart(2, '0')
}
