// The name of an indicator becomes its category: what kind of thing the target is about.
//
//   "tập thể đạt danh hiệu Lao động tiên tiến" => award    "hồ sơ thủ tục hành chính đúng hạn" => administration
//   "trẻ được tiêm chủng" => health

const AWARD =
  /danh hiệu|chiến s[ĩỹ] thi đua|lao động (?:tiên tiến|xuất sắc)|bằng khen|giấy khen|huân chương|cờ thi đua|hoàn thành (?:tốt |xuất sắc )?nhiệm vụ|trong sạch|vững mạnh/iu
const ADMINISTRATION =
  /thủ tục hành chính|hồ sơ (?:công việc|trực tuyến|thủ tục|điện tử được|giải quyết)|văn bản|cải cách hành chính|dịch vụ công|trực tuyến|công chức|viên chức|ký cam kết|giải ngân|chữ ký số/iu

/** `name` is folded. */
export function categoryOf(name: string): 'award' | 'administration' | 'health' {
  if (AWARD.test(name)) return 'award'
  return ADMINISTRATION.test(name) ? 'administration' : 'health'
}
