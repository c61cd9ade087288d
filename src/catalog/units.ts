// Words at the start of a clause become the unit that they name: a body, a person who leads one, a group of bodies.
//
//   "các bệnh viện tuyến huyện báo cáo kết quả" => các bệnh viện tuyến huyện    "Phòng Nghiệp vụ Y, Thanh tra Sở chủ trì" => Phòng Nghiệp vụ Y, Thanh tra Sở
//   "Sở Y tế (qua Phòng Nghiệp vụ Y) trước ngày" => Sở Y tế    "Xã đạt chuẩn" => none

const GROUP = '(?:(?:tất cả |toàn bộ )?(?:các|những|mọi|từng) )?'
const HEADS =
  'ban chỉ đạo|ban chỉ huy|sở|phòng(?!, ?chống| chống| bệnh| ngừa)|trung tâm|ttyt|bệnh viện|bvđk|ubnd|ủy ban nhân dân|ủy ban mttq|ủy ban mặt trận|ban(?! hành)|bcđ|chi cục|cục|vụ|viện|văn phòng|thanh tra(?! viên)|công đoàn|liên đoàn|đơn vị|cơ quan|cơ sở|trạm|khoa(?! học)|trưởng|phó trưởng|thủ trưởng|lãnh đạo|giám đốc|chánh|chủ tịch|hội(?! nghị| thảo| thi| chứng)|hđnd|đoàn(?! kết)|tỉnh đoàn|thành đoàn|huyện đoàn|bhxh|bảo hiểm xã hội|công an|bộ chỉ huy|bộ phận|bộ y tế|đài|báo(?! cáo)|cổng thông tin|trường|nhà trường|tổ(?! chức)|hội đồng|mặt trận|kho bạc|ngành|huyện|thành phố|thị xã|địa phương|cấp (?:tỉnh|huyện|xã)|tuyến (?:tỉnh|huyện|xã)|y tế (?:xã|cơ sở|thôn)|cộng tác viên|cán bộ|nhóm|đội|khối|cụm'
const VERBS =
  'báo|gửi|định kỳ|cụ thể|kết quả|xem xét|phê duyệt|tổng|xây|triển|hoàn|căn|thực hiện|tổ chức(?! cán bộ| hành chính| chính trị| xã hội| chính quyền| -| đảng)|chịu|chủ trì|phối hợp|có trách nhiệm|có nhiệm vụ|lập|nộp|đăng ký|tham mưu|tham gia|phải|rà|tiến|kịp|cử|khẩn|chỉ|theo dõi|trình|đề xuất|cung cấp|cung ứng|thông báo|hướng dẫn|tập huấn|tập trung|kiểm tra|giám sát|thường xuyên|thường trực|làm|là|đảm bảo|bảo đảm|bố trí|tăng cường|phổ biến|quán triệt|duy trì|đẩy mạnh|tiếp tục|chuẩn bị|thẩm định|đánh giá|đôn đốc|ban hành|điều tra|lồng|phát động|ký|sơ kết|hỗ trợ|vận động|trước|chậm|muộn|được|không|đã|cần|khi|nếu|tại|trên cơ sở|để|nhằm|đạt|có(?! liên quan| giường)|chọn|công bố|tuyên truyền|niêm|biên soạn|quản lý(?! dược| hành nghề| chất lượng)|điều phối|đầu mối|mở|in(?!\\p{L})|giao|quyết toán|vào|hằng|hàng|trả|cấp(?! (?:tỉnh|huyện|xã|cơ sở|cứu|trên|dưới|ủy))|nghiên cứu|khảo sát|huy động|thành lập|kiện toàn|dự trù|mua|thống kê|đề nghị|yêu cầu|xác|tham vấn|nhập|cập nhật|phân công|phân bổ|ngay|nghiêm|chủ động|tích cực'
const STOP = String.raw`(?:${VERBS})(?![\p{L}\p{M}])`
const WORD = String.raw`(?!${STOP})[\p{L}\p{M}\d/&.-]*[\p{L}\p{M}\d]`
const UNIT = new RegExp(
  String.raw`^${GROUP}(?:${HEADS})(?![\p{L}\p{M}])(?:(?:,| -| và|;)? ${WORD}(?: ?\([^()]{1,40}\)(?= (?!trước|chậm)\p{Ll}))?){0,24}`,
  'iu',
)
const TRAILING = /(?:,? (?:và|cùng|với|theo|cho|của|từ|về|sẽ|trong|đến|trực|thì|do))+$|[\s,;.:-]+$/iu
const LONGEST = 160

/** How many characters of the words, from their start, name a unit; 0 where they begin with none. Pass folded text. */
export function unitLength(words: string): number {
  const found = UNIT.exec(words.slice(0, LONGEST))
  let unit = found?.[0] ?? ''
  while (TRAILING.test(unit)) unit = unit.replace(TRAILING, '')
  return unit.length
}

/** Units of a cell or a list: parted at “;”, at line ends and, before the name of another body, at commas. */
export function unitsIn(words: string): { start: number; end: number }[] {
  const units: { start: number; end: number }[] = []
  for (const part of words.matchAll(PARTS)) {
    const text = part[0].replace(/^[\s,;.+*-]+/u, '')
    const start = part.index + part[0].length - text.length
    const trimmed = text.replace(/[\s,;.]+$/u, '')
    if (/\p{L}{2}/u.test(trimmed)) units.push({ start, end: start + trimmed.length })
  }
  return units
}

// Places and levels go on with a name (“UBND các huyện, thành phố”); bodies begin one.
const PLACES = 'ngành|huyện|thành phố|thị xã|địa phương|khối|cụm|nhóm'
const BODIES = HEADS.split('|')
  .filter((head) => !PLACES.split('|').includes(head))
  .join('|')
const BORDER = String.raw`(?:;|\n|,(?= ?(?:${GROUP})(?:${BODIES}|Y tế)(?![\p{L}\p{M}]))|(?<=[\p{L}\d)]) ?[+*] | - (?=(?:${GROUP})(?:${BODIES})(?![\p{L}\p{M}])))`
const PARTS = new RegExp(String.raw`(?:(?!${BORDER})[\s\S])+`, 'giu')
