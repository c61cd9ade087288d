// The words by which sentences set targets: patterns for folded text of one paragraph, where blanks are single.

/** A time that is measured: “thời gian chờ khám”, not “thời gian qua”, “trong thời gian”, “thời gian thực hiện”. */
const TIME =
  '(?<!(?:trong|vào|cùng|đúng|về|theo) )thời gian(?! (?:qua|tới|từ|này|đó|thực hiện|tổ chức|đến|gần|vừa|làm việc|kiểm tra|hoàn thành|triển khai|báo cáo|gửi|bắt đầu|kết thúc|phát động|tiếp nhận|nộp|nghỉ|đầu|cuối|và|quy|còn|ủ|nung|lây|bảo quản|cách|theo dõi|lưu|áp dụng|hiệu lực|giữa|,))(?= \\p{sc=Latn})'

/** Words that name something measured. */
const MEASURE = [
  '(?:tổng )?(?:tỷ|tỉ) (?:lệ|suất|số|trọng)',
  'tổng (?:tỷ suất|số)',
  'tốc độ',
  'mức (?:giảm|tăng|tỷ|sinh|độ(?! \\d)|chết|tử)',
  'tuổi thọ',
  TIME,
  'số (?:ngày|năm)',
  'ngày điều trị',
  'số lượng',
  '(?:độ )?bao phủ',
  'độ phủ',
  'quy mô',
  'công suất',
  'chiều cao',
  'cân nặng trung bình',
  'mật độ',
  'chỉ số',
  'hiệu suất',
  '(?<!(?:chấm|thang) )điểm (?:trung bình|hài lòng|chất lượng|chỉ số|bình quân|kiểm tra|đánh giá)',
  'dân số (?:trung|tăng)',
  'cơ cấu',
].join('|')
export const MEASURES = new RegExp(`(?<![\\p{sc=Latn}\\p{sc=Zinh}])(?:${MEASURE})(?![\\p{sc=Latn}\\p{sc=Zinh}])`, 'giu')
/** “số xã đạt chuẩn”, “số bác sĩ”: a count that is measured. */
export const COUNTED =
  /(?<![\p{sc=Latn}\p{sc=Zinh}])(?<!(?:cơ|hệ|đa|một|dân|quân|vô|tần|chữ|ký|tham|mã) )số (?!liệu|hóa|định|của|điện|này|lượng|ngày|hiệu|học|đông|phận)\p{sc=Latn}/giu
export const DURATION = new RegExp(
  `(?<!\\p{sc=Latn})(?:${TIME}|tuổi thọ|số (?:ngày|năm|lần|giờ|phút)|ngày điều trị|chiều cao|cân nặng)(?!\\p{sc=Latn})`,
  'iu',
)

/** Verbs and signs between a measured name and its number. */
// Signs between words belong to what stands around them: counted twice, they would be tried in every combination.
const REACH_WORDS =
  '(?:phấn đấu )?(?:duy trì )?(?:phải )?(?:đạt(?: (?:được|mức|tỷ lệ|từ|và duy trì))?|là|còn|chiếm|(?<!trở )xuống(?: còn)?|(?<!trở )lên(?: đến)?|giảm (?:xuống còn|xuống|còn)|tăng lên|nâng lên|(?:nâng |tăng )?lên mức|(?:giảm )?xuống mức|ở mức|giữ(?: ở mức)?|bằng|được duy trì|đến|tới|khoảng|duy trì|dao động|cần đạt|tăng|giảm|đảm bảo|bảo đảm)'
const REACHES = `(?:${REACH_WORDS}|(?:phấn đấu )?(?:duy trì )?(?:phải )?[:=-])`
export const ENDS_IN_VERB = new RegExp(`(?:(?:[\\s:=-]|^)${REACHES}|:) ?$`, 'iu')

/** Words in front of a name that are no part of it. */
export const LEADS =
  /^[\s,;:"'()-]*(?:(?:và|trong đó|đồng thời|cụ thể|với|có|phấn đấu|đảm bảo|bảo đảm|duy trì|nâng|nâng cao|tăng|giảm|đưa|khống chế|đạt|hoàn thành|để|từng bước|tiếp tục|mục tiêu|chỉ tiêu|yêu cầu|cố gắng|quyết tâm|trong năm|đến (?:hết |cuối )?năm|năm|\d{4}|\d+\/\d+|là|cơ bản|toàn ngành|toàn tỉnh|hằng năm|hàng năm|hạ|kiểm soát|giữ|giữ vững|mỗi năm)(?![\p{sc=Latn}\p{sc=Zinh}])[\s,:]*)*/iu
/** Words behind a name, up to its number, that are no part of it. */
export const TRAILS = new RegExp(
  `(?<![\\s,;:.=-])[\\s,;:.=-]*(?:(?:${REACH_WORDS}|từ|gần|trên|dưới|so với|và|phấn đấu|của năm|từ \\d[\\d.,]* ?[%‰]?(?: \\(?(?:năm )?\\d{4}\\)?)?(?= ?(?:lên|xuống|còn|tăng|giảm|đến))|\\(|(?:đến|vào|trong) (?:hết |cuối )?năm \\d{4}|năm \\d{4})[\\s,;:.=-]*)*$`,
  'iu',
)
/** What lies between the end of one target and the number of the next. */
export const CONNECTORS =
  /[\s,;:(]*(?:(?:và|trong đó|có|đạt|với|cùng với|đồng thời|phấn đấu|đảm bảo|bảo đảm|còn lại|toàn ngành|là|từ|bố trí|tổ chức|giảm|tăng|giảm thêm|tăng thêm|cắt giảm|ở mức)[\s,;:(]*)*$/iu
/** What cannot begin a measured noun phrase. */
export const NO_NOUN =
  /^ ?(?:[.,;:)\]/"-]|$|\((?:năm )?(?:19|20)\d{2}\)|(?:so|trở|vào|năm|trong|đến|và|theo|hoặc|của|trên|mỗi|hằng|hàng|là|để|nhằm|với|còn|thì|trước|tại|ở|từ|khi|sau)(?!\p{sc=Latn})|kế hoạch(?! vốn| đầu)|chỉ tiêu(?!,))/iu
/** “60% chỉ tiêu cả năm”: a share of the plan, where nothing else is measured. */
export const OF_PLAN = /^ ?(?:chỉ tiêu|kế hoạch) \p{sc=Latn}/iu
/** “95% kế hoạch vốn năm được giao”: a share of what is given, where something is named in front. */
export const OF_GIVEN =
  /^ ?(?:tổng )?(?:số )?(?:kế hoạch|vốn|dự toán)(?: (?:vốn|năm|\d{4}|được|đã|đầu tư|công)){0,5} (?:giao|phân bổ|bố trí)(?!\p{sc=Latn})/iu
/** Where the name behind a number ends. */
export const NAME_END =
  / ?(?:,? (?:nhằm|để(?! (?:xảy|lại))|góp phần|trong đó|đồng thời|phấn đấu|qua đó|từ đó|cụ thể|xong trước|theo (?:đúng )?(?:quy định (?:tại|của) )?(?:quyết định|thông tư|nghị định|nghị quyết|chỉ thị|công văn|kế hoạch|hướng dẫn) số)(?![\p{sc=Latn}\p{sc=Zinh}])|, (?:còn lại|mỗi|không (?:có|để|còn))(?!\p{sc=Latn})| với (?:tổng số |khoảng |trên )?\d|,? ?\((?:chi tiết|cụ thể|có|theo|kèm|xem)(?: \p{sc=Latn}+){1,5}(?: \d{1,2})?\)[ .]*$|, (?:(?:tổng )?số|(?:tỷ|tỉ) lệ) [^,;]{3,80} gấp (?:\d|đôi|ba|rưỡi)| so với(?!\p{sc=Latn})|,? (?:vào|đến|trong) (?:cuối |hết )?năm \d{4} ?$| (?:trong|cả) năm[ .,;]*$| ?\($)/iu
/** “Trong quý I xảy ra 03 vụ; …”: a clause that tells of the past tells it behind its semicolon too. */
export const TOLD =
  /(?<!\p{sc=Latn})(?:(?<!(?:để|không) )(?:xảy ra|ghi nhận|xuất hiện)(?: được| thêm)? \d|kết quả năm|theo (?:thống kê|số liệu))/iu
export const PART = /(?:trong đó|\() ?[^.;,]{0,40}$/iu

/** Words that ask for what follows; with the slips of OCR. */
export const TARGET_LEAD =
  /(?<!\p{sc=Latn})(?:ph[ấâ]n đ[ấâ]u|mục tiêu|chỉ tiêu|đảm bảo|bảo đảm|ít nhất|tối thiểu|yêu cầu|duy trì)(?!\p{sc=Latn})/iu
/** Words that tell of what was reached. */
export const PAST =
  /(?<!\p{sc=Latn})(?:đã (?:đạt|có|được|thực|hoàn|triển|tổ|tiêm|khám|giảm|tăng|giải|xây|cấp|ban)|cùng kỳ|hiện (?:nay|có|tại)|tính đến|(?<!từ (?:trước|\d{4}) )đến nay|(?:năm|tháng|tuần|ngày) qua(?! (?:đời|khỏi))|trước đây|năm ngoái|kết quả (?:đạt|thực|năm)|trong năm qua|thời gian qua|ước (?:tính|đạt)|theo (?:thống kê|báo cáo|kết quả|số liệu)|chưa đạt|mới (?:đạt|có)|vượt (?:kế hoạch|chỉ tiêu))(?!\p{sc=Latn})/iu
export const MONEY =
  /^ ?(?:kinh phí|chi phí|tiền|mức (?:đóng|lương|hưởng|phí|thu|chi)|học phí|lương|phí|giá(?!\p{sc=Latn})|thuế|giá trị|tổng mức|ngân sách|số tiền)/iu
export const PAYS =
  /(?:hỗ trợ|thanh toán|chi trả|miễn|đóng|trích|hưởng|cấp bù|phụ cấp|thu nhập|lãi suất)(?: (?:không|tối đa|tối thiểu))? ?$/iu

export function hasMeasure(words: string): boolean {
  return words.search(MEASURES) >= 0 || words.search(COUNTED) >= 0
}

/** The last measure word that is not part of the name of another, or the first “số …” of the clause; -1 where there is none. */
export function measureStart(words: string): number {
  const measures = [...words.matchAll(MEASURES)]
  const last = measures.at(-1)
  if (last) {
    const before = measures.at(-2)
    const isNested = before !== undefined && !/[,;:]|(?:và|,) ?$/iu.test(words.slice(before.index, last.index))
    return (isNested ? before : last).index
  }
  return (
    [...words.matchAll(COUNTED)].find(
      ({ index }) => !/\p{sc=Latn} $/u.test(words.slice(0, index)) || LEADS.exec(words)![0].length >= index,
    )?.index ?? -1
  )
}

/** What a grade, a rank and money measure. */
export const GRADED =
  /(?<!\p{sc=Latn})(?:(?<!chấm |thang )điểm (?:trung bình|hài lòng|chất lượng|số|bình quân|đánh giá|kiểm tra)|chỉ số|mức độ hài lòng)(?!\p{sc=Latn})[^,;]*$/iu
export const RANKED =
  /(?<!\p{sc=Latn})(?:chỉ số|xếp hạng|thứ hạng|vị trí|thứ bậc|hạng|par index|par-index|papi|pci)(?!\p{sc=Latn})/iu
/** Funds whose shares are paid, and samples that are drawn: “nguồn kết dư quỹ 20%”, “chọn 30% số hộ”. */
export const FUND =
  /(?<!\p{sc=Latn})(?:quỹ|nguồn|kinh phí|ngân sách|giá|lệ phí|mức đóng|lương|thuế)(?: \p{sc=Latn}+)? ?$|(?:^|[,;:] ?)(?:ngân sách|nguồn|quỹ|vốn|kinh phí|giá|phí|chi phí|học phí|lương) [^,;]*$|(?:chọn|rút|bốc thăm)(?: ngẫu nhiên)? ?$/iu
/** What is dissolved in what: no share of anything. */
export const CONCENTRATED =
  /(?<!\p{sc=Latn})(?:cloramin|chloramin|clo|cồn|dung dịch|nồng độ|natri clorid|glucose|nước muối|javen|permethrin|deltamethrin|malathion)(?: \p{sc=Latn}+){0,3} ?$/iu
/** “So với năm trước, …”, “Tại Việt Nam, …”: sentences that open so describe. */
export const DESCRIBES =
  /^[\s(]*(?:so với|trong (?:\d+ )?năm(?! \d{4})|trên thế giới|tại việt nam|ở (?:nước ta|việt nam)|ước|bình quân mỗi)(?!\p{sc=Latn})/iu
export const EARNS =
  /(?<!\p{sc=Latn})(?:thu|doanh thu|nguồn thu|ủng hộ|quyên góp|vận động|đóng góp|tiết kiệm|huy động)(?!\p{sc=Latn})[^;]*$/iu
/** Words before a count that make it a place, a means or a part: “tại 05 xã”, “theo 03 kịch bản”. */
export const PLACED =
  /(?<!\p{sc=Latn})(?:theo|của|tại|ở|trong|địa bàn|thuộc|với|bằng|gồm|về|giữa|qua|từ|vào|sau|trước|cách|dài|thang|dưới|số|cụm|khối|nhóm|giai đoạn|trên|các|những|cả|so với|là|từng|mỗi|cùng|hơn|khoảng|trải qua|đến|thực hiện|phong trào|cuộc vận động) ?$|(?:nâng cao|tăng cường|cải thiện|chỉ đạo|hướng dẫn)[^,;]* cho ?$|(?:giao|phân bổ)(?!\p{sc=Latn})[^;]* cho ?$/iu
/** Nouns whose number counts no result: years, slogans, parts of a plan. */
export const NO_TARGET_NOUN =
  /^ ?(?:năm|tháng|quý|giai đoạn|nội dung|nhóm|khâu|cụm|khối|phong trào|mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|tiêu chí|tiêu chuẩn|loại|bước|đợt|chương|phần|mặt|lĩnh vực|nguyên tắc|không|xây|chống|tốt|giảm|tăng|có|dám|đúng|rõ|sẵn sàng|điều(?! dưỡng)|vòng|kịch bản|chiều|trụ cột|đột phá|phương pháp|yếu tố|khía cạnh|cấp(?! cứu)|tuyến|ngày|giờ|phút|hình thức|nghị quyết|chương trình|chuyên đề)(?!\p{sc=Latn})/iu

/** A noun phrase with its own verb is what is measured: “95% trẻ em được tiêm chủng”. */
export function hasPredicate(right: string): boolean {
  return /(?<!\p{sc=Latn})(?:được|đạt|có|hoàn thành|thực hiện|tham gia|không|biết|sử dụng|triển khai|ký|áp dụng|giám sát)(?!\p{sc=Latn})/iu.test(
    right,
  )
}

/** Where the last clause of the words begins: behind the last comma, semicolon, colon or opening bracket outside numbers. */
export function clauseStart(words: string): number {
  const last = Math.max(...[', ', '; ', ': ', '('].map((mark) => words.lastIndexOf(mark)))
  return last < 0 ? 0 : last + 1
}
