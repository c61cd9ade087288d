import { describe, expect, it } from 'vitest'
import { TARGETS, TASKS, targetsOf } from './sentences.ts'

/** Sentences of a list of tasks or targets that set no target. */
const CONDITIONS: readonly string[] = [
  'Khi chỉ số mật độ muỗi từ 0,5 con/nhà trở lên hoặc chỉ số Breteau trên 30 thì phun hóa chất diện rộng.',
  'Đơn vị để tỷ lệ hồ sơ trễ hạn vượt 3% thì không xét thi đua.',
  'Nơi nào tỷ lệ tiêm dưới 90% phải tổ chức tiêm vét.',
  'Nếu tỷ lệ hao phí vượt 10%, đơn vị báo cáo bằng văn bản.',
  'Trường hợp công suất giường bệnh trên 120% trong 3 tháng liên tục thì báo cáo Sở Y tế.',
  'Khoa vượt trên 10% chỉ tiêu được đề nghị khen thưởng.',
  'Đề xuất khen thưởng trạm vượt từ 10% chỉ tiêu trở lên.',
  'Tập thể đạt từ 90 điểm trở lên được xét tặng Giấy khen.',
  'Bệnh viện đạt dưới 2,5 điểm bị nhắc nhở.',
  'Đơn vị đạt dưới 80% thì người đứng đầu phải giải trình.',
  'Cơ sở có từ 03 lần vi phạm trở lên bị công khai tên.',
  'Trường hợp có từ 02 ca bệnh trở lên trong 14 ngày, trạm y tế báo cáo ngay.',
  'Kịch bản 2 được kích hoạt khi toàn tỉnh có trên 300 ca/tuần.',
  'Đơn vị không được tự ý tăng quá 5% số giường kế hoạch.',
]

const PAST: readonly string[] = [
  'Năm 2023 toàn tỉnh ghi nhận 1.250 ca mắc; tỷ lệ tử vong là 0,1%.',
  'Trong quý I/2024 xảy ra 03 vụ ngộ độc; tỷ lệ cơ sở vi phạm qua kiểm tra là 15,2%.',
  'Theo số liệu điều tra, mới có 62% hộ gia đình biết cách phòng bệnh.',
  'Hiện nay có 75% trạm y tế đạt chuẩn.',
  'Tỷ lệ này năm 2023 là 12,4%.',
]

const PARTS: readonly string[] = [
  'Thực hiện theo 03 kịch bản đã ban hành.',
  'Tổ chức tại 05 xã trọng điểm.',
  'Áp dụng thang 100 điểm.',
  'Người từ đủ 18 tuổi được tư vấn.',
  'Ngân sách hỗ trợ 70% mức đóng bảo hiểm y tế.',
  'Mức phạt tối đa 200 triệu đồng.',
  'Trẻ được theo dõi ít nhất 30 phút sau tiêm.',
  'Bảo quản ở nhiệt độ từ 2 đến 8 độ C.',
  'Hồ sơ lập thành 02 bộ.',
  'Phun hóa chất 02 lần cách nhau 7 ngày.',
  'Đường dây nóng 1900 9095.',
  'Trực cấp cứu 24/24 giờ.',
  'Báo cáo trong vòng 24 giờ.',
  'Hướng tới mục tiêu 95-95-95.',
  'Ưu tiên xã có trên 30% hộ nghèo.',
  'Thanh lý máy đã dùng quá 10 năm.',
  'Mời 05 chuyên gia tham dự hội thảo.',
  'Giám định theo tỷ lệ 15% số hồ sơ mỗi quý.',
]

const DESCRIPTIONS: readonly string[] = [
  'Dân số của tỉnh là 1.250.000 người, tỷ lệ hộ nghèo là 4,2%.',
  'Mạng lưới gồm 12 bệnh viện và 150 trạm y tế.',
  'Chương trình được triển khai trên địa bàn 10 huyện.',
]

const IN_TARGETS: readonly string[] = [
  'Không để ai bị bỏ lại phía sau.',
  'Thực hiện trên địa bàn 11 huyện, thành phố.',
  'Thi đua theo 05 cụm, khối.',
  'Mục tiêu được thực hiện trong 03 năm.',
  'Nâng cao chất lượng hoạt động của 21 bệnh viện.',
]

describe('sentences that set no target', () => {
  it.each([...CONDITIONS, ...PAST, ...PARTS])('leaves the task “%s” alone', (text) => {
    expect(targetsOf(TASKS, `- ${text}`)).toEqual([])
  })

  it.each([...CONDITIONS, ...DESCRIPTIONS, ...PAST])('leaves the paragraph “%s” alone', (text) => {
    expect(targetsOf(TASKS, text)).toEqual([])
  })

  it.each(IN_TARGETS)('leaves “%s” alone among targets', (text) => {
    expect(targetsOf(TARGETS, `- ${text}`)).toEqual([])
  })

  it('takes nothing from the words that lead to the plan, however long', () => {
    const lead = 'Phát huy kết quả năm 2023 (tỷ lệ hài lòng đạt 91,2%; 97,8% hồ sơ đúng hạn), Sở Y tế ban hành Kế hoạch như sau:'
    expect(targetsOf(lead, 'I. CHỈ TIÊU', '- 100% hồ sơ được trả đúng hạn.')).toEqual(['hồ sơ được trả đúng hạn = 100 %'])
  })
})
