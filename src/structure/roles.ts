// The words of a heading become the roles that they state.
//
//   "THỜI GIAN, ĐỐI TƯỢNG VÀ NỘI DUNG" => content, schedule, subjects    "Kết quả thực hiện mục tiêu" => none
//   "Thực trạng và mục tiêu" => targets    "Đánh giá kết quả thực hiện mục tiêu, giải pháp" => none    "Thanh tra, kiểm tra" => none
import { startsBody } from '../catalog/bodies.ts'
import { type SectionRole, sectionRoleModel } from '../model/plan.ts'
import { foldText } from '../text/fold.ts'

// What stands before the word that counts.
const LEAD =
  /(?:các|một số|những|về|công tác|cụ thể|phương hướng|hệ thống|danh mục|xác định|nhóm|số(?! lượng)|thực hiện(?=\s+(?:các\s+)?(?:mục|chỉ) tiêu))\s+/iuy

// The wording of the start of a heading or of one of its coordinated parts.
const WORDINGS: readonly (readonly [SectionRole, string])[] = [
  ['purpose', 'mục đích|ý nghĩa'],
  ['requirements', 'yêu cầu(?! thủ trưởng| các)|nguyên tắc'],
  ['targets', 'mục tiêu|chỉ tiêu|mức phấn đấu|nhiệm vụ,? chỉ tiêu'],
  ['content', 'nội dung|hoạt động chủ yếu|các hoạt động'],
  ['solutions', 'giải pháp|biện pháp|nhiệm vụ'],
  ['schedule', 'thời gian|tiến độ|(?:các )?mốc thời gian|lịch|thời hạn|kế hoạch thời gian|lộ trình'],
  ['subjects', 'đối tượng|phạm vi'],
  [
    'rewards',
    '(?:(?:hình thức|tiêu chuẩn|số lượng|chế độ|thi đua,?|hồ sơ|thủ tục|quy trình|danh hiệu|mức|đề nghị|xét) )*khen (?:thưởng|tặng)|(?:mức|tiền) thưởng',
  ],
  ['organization', 'tổ chức (?:triển khai )?thực hiện|tổ chức triển khai|triển khai thực hiện|tổ chức thi hành'],
  ['assignment', '(?:tổ chức )?phân công|trách nhiệm|giao nhiệm vụ'],
  [
    'funding',
    '(?:(?:nguồn|dự toán|nhu cầu|bảo đảm|đảm bảo|bố trí|cơ chế|sử dụng|phân bổ) )?kinh phí|(?:cơ chế|nguồn) tài chính|ngân sách|nguồn vốn|nguồn lực tài chính',
  ],
]

const PATTERNS = WORDINGS.map(
  ([role, wording]) => [role, new RegExp(`(?:${wording})(?![\\p{sc=Latn}\\p{sc=Zinh}])`, 'iuy')] as const,
)
const RESULTS = /^(?:đánh giá|kết quả|tình hình|thực trạng|đặc điểm)/iu
// Looks back on what follows too: “Đánh giá kết quả thực hiện mục tiêu và giải pháp”.
const RESULTS_OF_ALL =
  /^(?:đánh giá|kết quả|tình hình) \p{sc=Latn}+ (?=.*(?:thực hiện|đạt được|hoạt động))|^(?:kết quả|tình hình) (?:thực hiện|đạt được|hoạt động|triển khai)/iu
const PARTS = /\s*[,;–/]\s*|\s+-\s+|\s+(?:và|gắn với)\s+/iu
const DUTIES_OF = /^(?:nhiệm vụ|trách nhiệm|nhiệm vụ,? (?:và )?trách nhiệm)(?: cụ thể)? của (?:các (?!cơ quan, đơn vị$))?/iu
const NO_DUTY =
  /^(?:các )?phòng chức năng$|^(?:ban|hội đồng|tổ|đoàn|đội|hội|phòng|bộ|sở|vụ|viện|trạm)$|^(?:ban tổ chức|hội nghị|hội thảo|hội thi|đoàn kết|báo cáo|báo động|bộ tiêu chí|bộ máy|tổ chức|đài thọ|ban hành|thanh tra,|thanh tra (?:kiểm|việc|xử)|phòng,? chống|phòng bệnh|phòng ngừa)/iu
const ADDRESS = /^(?:đề nghị|giao|yêu cầu|đối với)\s+(?:(?:tất cả|toàn thể)\s+(?=các\s))?/iu
const PLURAL_BODY =
  /^(?:các|những)\s+(?:sở|cơ quan|đơn vị|phòng|ban|khoa|trung tâm|bệnh viện|cơ sở|địa phương|huyện|trạm|ngành|thành viên|tổ chức|doanh nghiệp)(?!\p{sc=Latn})/iu
const OTHER_BODY =
  /^(?:thủ trưởng|lãnh đạo(?!,)|giám đốc|người đứng đầu|trưởng|chủ tịch|đơn vị|cơ quan|cơ sở (?:y tế|khám|giáo dục|sản xuất|kinh doanh)|địa phương|cấp ủy)(?!\p{sc=Latn})/iu

const SURE_BODY =
  /^(?:công đoàn|trung tâm|bệnh viện|bvđk|ubnd|hđnd|ủy ban|sở|chi cục|văn phòng (?:sở|ubnd|ủy)|thanh tra (?:sở|tỉnh|bộ|huyện|chuyên)|bhxh|bảo hiểm xã hội|đoàn thanh niên|trạm y tế|phòng khám|phòng y tế|công ty|liên đoàn|ttyt|cdc|hội đồng (?:thi đua|sáng kiến|khoa học)|tổ chức chính trị|phòng (?:nghiệp vụ|tổ chức|kế hoạch|công tác|chức năng))(?![\p{sc=Latn}\p{sc=Zinh}])/iu

/** Roles in the order of the model. `parentRoles` are those of the section around it. */
export function rolesOf(heading: string, parentRoles: readonly SectionRole[]): SectionRole[] {
  const text = foldText(heading).trim()
  // “Nhiệm vụ của Sở Y tế” are a unit's duties.
  const owner = DUTIES_OF.exec(text)
  if (owner && namesBody(heading.trim().slice(owner[0].length))) return ['assignment']
  const [first, ...others] = partsOf(text)
  const isBack = RESULTS.test(text)
  if (isBack && (others.length === 0 || RESULTS_OF_ALL.test(text))) return []
  const found = new Set<SectionRole>()
  const parts = (isBack ? others : [first!, ...others]).map((part) => statedIn(part))
  // A body's name may hold such words: Hội đồng Thi đua - Khen thưởng.
  if (!isBack && parts[0]?.length === 0 && namesBody(heading)) return ['assignment']
  for (const role of parts.flat()) found.add(role)
  if (found.size === 0 && isPersonUnder(text, parentRoles)) found.add('assignment')
  return sectionRoleModel.options.filter((role) => found.has(role))
}

/** The wording may begin at the start of the part and behind each word that leads to it. */
function statedIn(part: string): SectionRole[] {
  const starts = [0]
  for (LEAD.lastIndex = 0; LEAD.test(part); ) starts.push(LEAD.lastIndex)
  return PATTERNS.filter(([, pattern]) =>
    starts.some((start) => {
      pattern.lastIndex = start
      return pattern.test(part)
    }),
  ).map(([role]) => role)
}

/** Coordinated parts of a title; a long heading is a sentence, of which the start alone counts. */
function partsOf(text: string): string[] {
  const parts = text.split(PARTS)
  return text.length > 110 ? parts.slice(0, 1) : parts
}

/** Whether the heading is a unit's name or its duties. */
export function namesBody(heading: string): boolean {
  const text = foldText(heading).trim().replace(ADDRESS, '')
  if (NO_DUTY.test(text)) return false
  if (PLURAL_BODY.test(text) || OTHER_BODY.test(text) || SURE_BODY.test(text)) return true
  return startsBody(text) && /^\S+(?:\s+\S+)?\s*\p{Lu}/u.test(heading.trim().replace(ADDRESS, ''))
}

/** In a section of assignments, a line that begins with a personal name. */
function isPersonUnder(text: string, parentRoles: readonly SectionRole[]): boolean {
  return (
    parentRoles.includes('assignment') &&
    /^(?:(?:[Ôô]ng|[Bb]à|[Đđ]\/c|[Đđ]ồng chí|BS|[Bb]ác s[ỹĩ])[.:]?\s+)?\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*){1,4}/u.test(text)
  )
}
