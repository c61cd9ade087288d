// Words with a stroke or a ring that engines take for letters become the units and notes that they are.
//
//   "lượưngười" => lượt/người    "đợtưnăm" => đợt/năm    "15,2%o" => 15,2‰    "(b/€);" => (b/c);    "lượt/người" => none    "100%" => none

import { isSyllable } from '../../../text/syllables.ts'

// The stroke runs into the t before it.
const JOINED = /^(?<lead>\P{L}*)(?<unit>lượ|đợ|tiế|suấ)(?:tư|tu|ư|u)(?<per>\p{L}+)(?<tail>(?:\/\p{L}+)?\P{L}*)$/iu
const PER_MILLE = /^(?<head>[(≤≥<>]*(?:\d[\d.,]*)?)%[oọ]{1,2}(?<tail>[.,;:)]*)$/u
// “để báo cáo” behind a receiver.
const TO_REPORT = /^(?<head>[(]?)b\/[€©CĆ](?<tail>\)[;.,]*)$/u

/** What the word shall say; null where it stays. */
export function repairSlash(text: string): string | null {
  const joined = JOINED.exec(text)?.groups
  if (joined && isSyllable(joined.per!)) return `${joined.lead}${joined.unit}t/${joined.per}${joined.tail}`
  const mille = PER_MILLE.exec(text)?.groups
  if (mille) return `${mille.head}‰${mille.tail}`
  const report = TO_REPORT.exec(text)?.groups
  return report ? `${report.head}b/c${report.tail}` : null
}
