// An entry of “Nơi nhận” becomes the units and people that it names, and what it is sent to them for.
//
//   "Sở Nội vụ, Sở Tài chính (p/h)" => unit Sở Nội vụ p/h, unit Sở Tài chính p/h    "Như trên" => same Như trên
//   "Giám đốc Sở (để b/c)" => person Giám đốc Sở để b/c    "Lưu: VT, NVY" => archive VT Lưu, archive NVY Lưu
import { unitsIn } from '../../catalog/units.ts'
import type { Recipient } from '../../model/plan.ts'
import { foldText } from '../../text/fold.ts'

const PURPOSE = /^(?<names>.*?)\s*(?:\((?<bracketed>[^()]+)\)|,? (?<said>(?:để|b\/c|thay b\/c)(?![\p{sc=Latn}\p{sc=Zinh}]).*))$/iu
const ARCHIVE = /^(?<purpose>lưu)(?!\p{sc=Latn})\s*:?\s*/iu
const SAME = /^như\s+(?:trên|kính gửi|điều|mục|đ\.?)/iu
const PERSON =
  /^(?:(?:các )?(?:đ\/c|đồng chí|ông|bà)(?!\p{sc=Latn})|(?:quyền |phó )?(?:giám đốc|chủ tịch|bí thư|chánh văn phòng|chánh thanh tra|trưởng phòng|trưởng ban)(?!\p{sc=Latn})|(?:các )?(?:phó )?(?:giám đốc|chủ tịch|bí thư)|(?:tt|ban|lãnh đạo|lđ|bgđ|gđ|pgđ|ct|pct)(?: ?,? ?(?:và )?(?:các )?(?:pgđ|pct))?(?= (?:sở|ubnd|ttyt|giám đốc|tỉnh|ban)(?!\p{sc=Latn})|$))/iu
const PEOPLE_APART = /,\s*(?=(?:[Cc]ác )?(?:(?:Phó|Quyền) )?(?:Giám đốc|Chủ tịch|Chánh |Trưởng |Đ\/c|Đồng chí))/u
const ABSTRACT = /^(?:bch|bcđ|ban chỉ đạo|ban tuyên giáo|ban dân vận|ban tổ chức|ban quản lý|ban dân tộc|ban bảo vệ)/iu
/** “(để b/c)” tells a purpose; “(qua Văn phòng)”, “(Hà 02 bản)” and a list of units do not. */
const IS_PURPOSE =
  /(?<!\p{sc=Latn})(?:để|b\/c|p\/h|t\/h|c\/đ|k\/t|báo cáo|phối hợp|thực hiện|chỉ đạo|biết|theo dõi|đăng tải|đăng tin|thay)(?!\p{sc=Latn})/iu

/** Receivers of one entry in order. */
export function recipientsIn(entry: string): Recipient[] {
  const folded = foldText(entry)
  const archive = ARCHIVE.exec(folded)
  if (archive)
    return splitNames(entry.slice(archive[0].length)).map((name) => ({ name, kind: 'archive', purpose: entry.slice(0, 3) }))
  const found = PURPOSE.exec(folded)
  const said = found?.groups?.bracketed ?? found?.groups?.said
  const hasPurpose = found !== null && said !== undefined && IS_PURPOSE.test(said)
  const names = hasPurpose ? entry.slice(0, found.groups!.names!.length) : entry
  const start = hasPurpose ? folded.indexOf(said, names.length) : 0
  const purpose = hasPurpose ? entry.slice(start, start + said.length) : null
  if (SAME.test(folded)) return [{ name: names.trim(), kind: 'same', purpose }]
  const printed = names.split(PEOPLE_APART).flatMap((part) => unitsIn(part).map(({ start, end }) => part.slice(start, end)))
  return printed.map((name) => {
    const plain = foldText(name)
    return { name, kind: PERSON.test(plain) && !ABSTRACT.test(plain) ? 'person' : 'unit', purpose }
  })
}

/** “VT, NVY, TCHC (02b)”: the offices that keep a copy. */
function splitNames(words: string): string[] {
  return words
    .split(/\s*[,;]\s*(?![^()]*\))/u)
    .map((name) => name.replace(/[\s.;]+$/, ''))
    .filter((name) => /\p{sc=Latn}/u.test(name))
}
