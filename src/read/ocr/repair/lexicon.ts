// Plain letters become the words that administrative papers write with them: compounds whose parts engines confuse one by one.
//
//   "to chuc" => tổ chức    "so y te" => sở y tế    "truyen thong" => truyền thống, truyền thông    "van dong" => vận động    "to chua" => none

import { DOCUMENT_TYPES } from '../../../catalog/document-types.ts'
import { PROVINCES } from '../../../catalog/provinces.ts'
import { foldText, plainLetters } from '../../../text/fold.ts'

/** Words of several syllables. Two real words with the same plain letters both stand here: nothing is taken for either. */
const COMPOUNDS = [
  'an ninh, an toàn, áp dụng, ảnh hưởng, ban chấp hành, ban chỉ đạo, ban giám đốc, ban hành, bản sao, bao cao su, bảo đảm, bảo hiểm, bảo quản',
  'bảo vệ, báo cáo, bác sĩ, bác sỹ, bắt buộc, bắt đầu, bằng khen, bám sát, bệnh án, bệnh dịch, bệnh nhân, bệnh nhi, bệnh tật',
  'bệnh viện, biên bản, biên chế, biên soạn, biện pháp, biểu dương, biểu mẫu, biến chứng, bình đẳng, bình quân, bình xét, bố trí',
  'bồi dưỡng, bổ nhiệm, bổ sung, bộ máy, bộ môn, bộ phận, bộ trưởng, bước đầu, buổi sáng, buổi chiều, cá nhân, cải cách, cải thiện',
  'cải tiến, cán bộ, cảnh báo, cạnh tranh, căn cứ, cân đối, cân nhắc, cấp bách, cấp cứu, cấp huyện, cấp phát, cấp tính, cấp tỉnh',
  'cấp thiết, cấp trên, cập nhật, chăm sóc, chấm điểm, chấn chỉnh, chấn thương, chấp hành, chất lượng, chậm nhất, chẩn đoán, chặt chẽ',
  'chế độ, chỉ đạo, chỉ định, chỉ số, chỉ thị, chỉ tiêu, chi tiêu, chi phí, chi cục, chi tiết, chia sẻ, chiến dịch, chiến lược, chiến sĩ',
  'chính phủ, chính quyền, chính sách, chính thức, chính trị, chính xác, chỉnh sửa, chỉnh trang, chịu trách nhiệm, chống dịch, chủ đề',
  'chủ động, chủ nghĩa, chủ nhiệm, chủ quản, chủ tịch, chủ trì, chủ trương, chủ yếu, chú trọng, chuẩn bị, chuẩn hóa, chung tay',
  'chuyên đề, chuyên gia, chuyên khoa, chuyên môn, chuyên ngành, chuyên trách, chuyển biến, chuyển đổi, chuyển giao, chuyển tuyến, chuyến công tác',
  'chữa bệnh, chức danh, chức năng, chức vụ, chương trình, chứng chỉ, chứng nhận, công bố, công chức, công cộng, công dân, công đoàn',
  'công khai, công lập, công nghệ, công nghiệp, công nhân, công nhận, công suất, công tác, cộng tác, công trình, công ty, công văn',
  'công vụ, công việc, cộng đồng, cộng hòa, cơ bản, cơ cấu, cơ chế, cơ hội, cơ quan, cơ sở, cơ số, củng cố, cung cấp, cùng cấp, cung ứng',
  'cụ thể, cử tri, cương quyết, danh hiệu, danh mục, danh sách, dân cư, dân số, dân tộc, dẫn đầu, di chứng, dịch bệnh, dịch tễ, dịch vụ',
  'diễn biến, diễu hành, diễn tập, dinh dưỡng, doanh nghiệp, du lịch, duy trì, dự án, dự báo, dự kiến, dự phòng, dự thảo, dự toán, dự thầu, dữ liệu',
  'dược liệu, dược phẩm, dược sĩ, dựa vào, đa khoa, đảm bảo, đăng ký, đánh giá, đào tạo, đảng bộ, đảng ủy, đảng viên, đáp ứng, đặc biệt',
  'đặc điểm, đặc thù, đạo đức, đạt chuẩn, đầu mối, đầu tư, đầu năm, đầu tiên, đấu thầu, đẩy mạnh, đầy đủ, đề án, đề cao, đề cương, đề nghị',
  'đề tài, đề xuất, đến hết, điểm chất lượng, điểm số, điểm trung bình, điển hình, điều chỉnh, điều dưỡng, điều động, điều hành, điều kiện, điều phối, điều tra, điều trị',
  'điện thoại, điện tử, định hướng, định kỳ, định mức, đoàn kết, đoàn thể, đô thị, độc lập, đội ngũ, đối chiếu, đối tượng, đối với, đôn đốc',
  'đồng bào, đồng bộ, đồng chí, đồng đều, đồng thời, động viên, đơn giản, đơn vị, đúng quy định, đường phố, được giao, gắn liền, gia đình',
  'giả định, gia tăng, giai đoạn, giải pháp, giải quyết, giải ngân, giải trình, giám đốc, giám định, giám sát, giảm nghèo, giảng viên',
  'giao ban, giáo dục, giáo viên, giao dịch, giao lưu, giao thông, giấy chứng nhận, giấy khen, giấy phép, giới thiệu, giới tính, góp phần',
  'gói thầu, gương mẫu, gửi về, hạ tầng, hạn chế, hạng mục, hành chính, hành động, hành vi, hạnh phúc, hậu quả, hậu cần, hệ thống',
  'hiếm muộn, hiểu biết, hiệu lực, hiệu quả, hiện đại, hiện hành, hiện nay, hình ảnh, hình thành, hình thức, hoàn chỉnh, hoàn thành, hoàn thiện, hoạt động',
  'học sinh, học tập, học viên, hóa chất, hòa bình, hỗ trợ, hồ sơ, hộ gia đình, hộ sinh, hội chẩn, hội đồng, hội nghị, hội thảo, hội thi',
  'hợp đồng, hợp lệ, hợp lý, hợp pháp, hợp tác, huấn luyện, huy động, huyết áp, hướng dẫn, hướng tới, hưởng ứng, hữu hiệu, ít nhất',
  'kèm theo, kế hoạch, kế toán, kết hợp, kết luận, kết nối, kết quả, kết thúc, khả năng, khám bệnh, khan hiếm, khảo sát, khắc phục',
  'khẩn trương, khen thưởng, khiếu nại, khoa học, khó khăn, không chế, khống chế, khối lượng, khu vực, khuyến cáo, khuyến khích, kịp thời',
  'kiểm định, kiểm soát, kiểm tra, kiện toàn, kiến nghị, kiến thức, kinh doanh, kinh nghiệm, kinh phí, kinh tế, kính gửi, ký kết, ký tên',
  'kỷ cương, kỷ luật, kỷ niệm, kỹ năng, kỹ thuật, lan tỏa, lãnh đạo, lao động, lấy mẫu, lập danh sách, lây nhiễm, liên hệ, liên kết',
  'liên ngành, liên quan, liên thông, liên tục, lĩnh vực, loại hình, lồng ghép, lợi ích, lực lượng, lựa chọn, lưu hành, lưu trữ, lưu ý',
  'mạng lưới, màng lưới, mạnh mẽ, máu, mật độ, mẫu biểu, miễn dịch, minh bạch, môi trường, mô hình, mở rộng, mổ lấy thai, mời thầu, mục đích, mục tiêu, mức độ',
  'nâng cao, nâng cấp, năng lực, năng suất, nền tảng, nếu có, ngành y tế, ngày công, ngân sách, ngăn chặn, ngăn ngừa, nghỉ phép, nghị định',
  'nghị quyết, nghiêm túc, nghiệp vụ, nghiên cứu, ngoại trú, ngộ độc, nguồn lực, nguồn vốn, nguy cơ, nguyên nhân, nguyên tắc, nguyên liệu',
  'người bệnh, người dân, người lao động, nhà nước, nhà thầu, nhanh chóng, nhân dân, nhân lực, nhân rộng, nhân sự, nhân viên, nhận thức',
  'nhận xét, nhiệm kỳ, nhiệm vụ, nhiễm khuẩn, như sau, nhu cầu, nội dung, nội bộ, nội trú, nội vụ, nổi bật, nông thôn, nơi nhận, nỗ lực',
  'ổn định, phản ánh, phạm vi, pháp lệnh, pháp luật, pháp lý, phát động, phát hành, phát hiện, phát huy, phát sinh, phát triển, phân bổ',
  'phân bố, phân cấp, phân công, phân loại, phân tích, phấn đấu, phẩm chất, phần mềm, phê duyệt, phòng bệnh, phòng chống, phòng khám',
  'phòng ngừa, phong trào, phổ biến, phối hợp, phù hợp, phụ cấp, phụ lục, phụ nữ, phụ thuộc, phụ trách, phục hồi, phục vụ, phương án',
  'phương hướng, phương pháp, phương thức, phương tiện, quá trình, quan điểm, quan hệ, quan tâm, quan trọng, quảng bá, quảng cáo, quản lý',
  'quản trị, quán triệt, quân đội, quận huyện, quốc gia, quốc hội, quốc phòng, quốc tế, quy chế, quy chuẩn, quy định, quy hoạch, quy mô',
  'quy phạm, quy tắc, quy trình, quyền hạn, quyền lợi, quyết định, quyết liệt, quyết tâm, quyết toán, rà soát, ra quân, rác thải, rõ ràng',
  'rút kinh nghiệm, sàng lọc, sáng kiến, sáng tạo, sát nhập, sáp nhập, sắp xếp, sẵn sàng, sâu rộng, sâu sắc, sinh hoạt, sinh sản, sinh viên',
  'so sánh, so với, số hóa, số liệu, số lượng, số người, sốt rét, sốt xuất huyết, sơ cấp, sơ cứu, sơ kết, sơ sinh, sở ngành, sở y tế, bộ y tế',
  'phòng y tế, sửa chữa, sửa đổi, sử dụng, sức khỏe, sự cố, sự nghiệp, sự phối hợp, suy dinh dưỡng, tài chính, tài khoản, tài liệu, tài sản',
  'tai biến, tai nạn, tái khám, tác động, tác hại, tạm thời, tăng cường, tăng trưởng, tầm quan trọng, tầm soát, tập huấn, tập thể, tập trung',
  'tất cả, tham dự, tham gia, tham mưu, thanh niên, thanh toán, thanh tra, thành công, thành lập, thành phần, thành phố, thành tích',
  'thành viên, tháng đầu, thay đổi, thay thế, thảo luận, thẩm định, thẩm quyền, thân thiện, thân nhân, thấp nhất, theo dõi, thể chất',
  'thể hiện, thể thao, thị trấn, thị trường, thị xã, thi đua, thi hành, thiết bị, thiết thực, thiên tai, thiếu máu, thiểu số, thông báo',
  'thông qua, thông tin, thông tư, thống kê, thống nhất, thời điểm, thời gian, thời hạn, thu hồi, thu hút, thu nhập, thu thập, thủ trưởng',
  'thứ trưởng, thủ tục, thủ tướng, thuận lợi, thuốc lá, thuộc diện, thường quy, thường trực, thường vụ, thường xuyên, thực hành, thực hiện',
  'thực phẩm, thực tế, thực tiễn, thực trạng, thương mại, thương tích, thương binh, tích cực, tích hợp, tiếp cận, tiếp nhận, tiếp tục, tiếp xúc',
  'tiêm chủng, tiêm phòng, tiên tiến, tiến bộ, tiến độ, tiến hành, tiết kiệm, tiêu biểu, tiêu chí, tiêu chuẩn, tiêu cực, tiêu hủy, tiểu học',
  'tiểu ban, tiểu mục, tìm hiểu, tìm kiếm, tinh thần, tình hình, tình trạng, tính chất, tính mạng, tỉnh ủy, toàn bộ, toàn diện, toàn dân, toàn ngành',
  'toàn quốc, toàn tỉnh, tổ chức, tổ dân phố, tổng cộng, tổng cục, tổng điểm, tổng hợp, tổng kết, tổng kinh phí, tổng mức, tổng số, tổ trưởng, tối đa, tối thiểu, tồn tại, tố cáo, tốt nghiệp, tờ trình',
  'trách nhiệm, trái phép, trạm y tế, trang bị, trang thiết bị, trẻ em, trên cơ sở, trên địa bàn, triển khai, triệu chứng, triệt để, trình bày',
  'trình độ, trong đó, trọng điểm, trọng tâm, tra cứu, trợ cấp, trở lên, trụ sở, trung học, trung tâm, trung thực, trung ương, trúng thầu, truyền hình',
  'truyền nhiễm, truyền thống, truyền thông, trước khi, trước mắt, trước ngày, trực thuộc, trực tiếp, trực tuyến, trưởng khoa, trưởng phòng',
  'trường hợp, trường học, tu dưỡng, tuân thủ, tuần lễ, tuổi thọ, tuyên dương, tuyên truyền, tuyển chọn, tuyển dụng, tuyến huyện, tuyến tỉnh',
  'tuyến xã, tuyến trên, tư pháp, tư tưởng, tư vấn, từ chối, từng bước, tử vong, tự chủ, tự do, tự giác, tự nguyện, tự nhiên, ủy ban',
  'ủy ban nhân dân, hội đồng nhân dân, ứng dụng, ứng phó, ứng xử, ưu điểm, ưu tiên, vai trò, vắc xin, văn bản, văn hóa, văn minh, văn phòng',
  'vận chuyển, vận động, vận hành, vật chất, vật tư, vấn đề, về việc, vệ sinh, viên chức, vi khuẩn, vi phạm, vi rút, vị trí, việc làm',
  'việt nam, vướng mắc, vượt mức, xã hội, xã hội hóa, xác định, xác minh, xác nhận, xảy ra, xây dựng, xem xét, xét nghiệm, xét tặng, xếp loại',
  'xin ý kiến, xuất sắc, xử lý, xử phạt, xử trí, ý kiến, ý thức, yêu cầu, yêu nước, y đức, y học, y tế, y tế công cộng, y sĩ',
  'cộng hòa xã hội chủ nghĩa việt nam, kế hoạch liên ngành, quyết định số, phó giám đốc, phó chủ tịch, giấy mời, đề cương, tổng giám đốc',
] // biome-ignore format: a list reads best in long lines

export type Entry = { forms: string[]; isProvince: boolean }

const ENTRIES = new Map<string, Entry>()
/** Compounds that are written with a comma. */
const LISTED = [
  'phòng, chống',
  'thi đua, khen thưởng',
  'khám, chữa bệnh',
  'khám bệnh, chữa bệnh',
  'mục đích, yêu cầu',
  'nhiệm vụ, giải pháp',
]

for (const form of [...COMPOUNDS.flatMap((line) => line.split(', ')), ...LISTED, ...DOCUMENT_TYPES.map(({ name }) => name)])
  add(form, false)
for (const { name } of PROVINCES) add(name.toLowerCase(), true)

export const LONGEST_ENTRY = Math.max(...[...ENTRIES.keys()].map((key) => key.split(' ').length))

/** The words of these plain letters, syllables parted by one blank. */
export function entryOf(plain: string): Entry | null {
  return ENTRIES.get(plain) ?? null
}

function add(form: string, isProvince: boolean): void {
  const folded = foldText(form)
  const key = plainLetters(folded)
  if (!key.includes(' ')) return
  const entry = ENTRIES.get(key)
  if (!entry) ENTRIES.set(key, { forms: [folded], isProvince })
  else if (!entry.forms.includes(folded)) entry.forms.push(folded)
}
