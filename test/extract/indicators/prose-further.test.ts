import { describe, expect, it } from 'vitest'
import { TARGETS, TASKS, targetsOf } from './sentences.ts'

type Case = readonly [text: string, targets: readonly string[]]

/** Further forms: pharmacies, injuries, school health, tobacco, mental health, budgets, lists of counts. */
const IN_TARGETS: readonly Case[] = [
  ['Xét nghiệm sốt rét cho 12.500 lượt người.', ['Xét nghiệm sốt rét = 12500 lượt người']],
  ['Khám sàng lọc bệnh phong ít nhất 400 người.', ['Khám sàng lọc bệnh phong >= 400 người']],
  ['Gửi kiểm nghiệm 90 mẫu; tập huấn cho 40 dược sĩ.', ['Gửi kiểm nghiệm = 90 mẫu', 'dược sĩ = 40 dược sĩ']],
  ['Phấn đấu năm 2024 đạt 15.000 lượt người hiến máu.', ['lượt người hiến máu = 15000 lượt người']],
  [
    'Tỷ lệ trẻ em từ 12 đến 23 tháng được tiêm nhắc sởi đạt trên 93%, viêm não Nhật Bản mũi 3 đạt trên 90%.',
    ['Tỷ lệ trẻ em từ 12 đến 23 tháng được tiêm nhắc sởi > 93 %', 'viêm não Nhật Bản mũi 3 > 90 %'],
  ],
  [
    'Phấn đấu 100% học sinh được cân đo; trên 90% học sinh được khám răng ít nhất 1 lần/năm.',
    ['học sinh được cân đo = 100 %', 'học sinh được khám răng ít nhất 1 lần/năm > 90 %'],
  ],
  ['Giảm tỷ lệ sâu răng ở học sinh tiểu học xuống dưới 50%.', ['tỷ lệ sâu răng ở học sinh tiểu học < 50 %']],
  ['Trên 70% phụ nữ mang thai được sàng lọc 4 bệnh phổ biến.', ['phụ nữ mang thai được sàng lọc 4 bệnh phổ biến > 70 %']],
  ['Tỷ lệ người hiến máu nhắc lại đạt 60% trở lên.', ['Tỷ lệ người hiến máu nhắc lại >= 60 %']],
  ['Mỗi năm kết nạp ít nhất 08 đảng viên mới.', ['đảng viên mới >= 8 đảng viên mới']],
  ['Số vụ tai nạn lao động giảm 5% so với năm 2023.', ['Số vụ tai nạn lao động decrease = 5 % (2023)']],
  [
    'Tỷ lệ thanh toán không dùng tiền mặt tại bệnh viện hạng I trên 70%, hạng II trên 50%.',
    ['Tỷ lệ thanh toán không dùng tiền mặt tại bệnh viện hạng I > 70 %', 'hạng II > 50 %'],
  ],
  ['Cấp phát 120.000 viên vi chất cho phụ nữ mang thai.', ['viên vi chất cho phụ nữ mang thai = 120000 viên vi chất']],
  [
    'Điểm kiểm tra chất lượng trung bình các bệnh viện đạt 3,4 điểm.',
    ['Điểm kiểm tra chất lượng trung bình các bệnh viện = 3.4 điểm'],
  ],
  ['Tối đa 3% phản ứng sau tiêm thông thường được ghi nhận muộn.', ['phản ứng sau tiêm thông thường được ghi nhận muộn <= 3 %']],
  ['Bảo đảm tối thiểu 95% thuốc thiết yếu có tại trạm y tế.', ['thuốc thiết yếu có tại trạm y tế >= 95 %']],
  ['Phát hiện sớm 400 ca tăng huyết áp và 150 ca đái tháo đường.', ['ca tăng huyết áp = 400 ca', 'ca đái tháo đường = 150 ca']],
  ['Không để xảy ra sai sót chuyên môn gây hậu quả nghiêm trọng.', ['sai sót chuyên môn gây hậu quả nghiêm trọng = 0']],
  ['Tỷ lệ mổ lấy thai không quá 35% tổng số ca đẻ.', ['Tỷ lệ mổ lấy thai <= 35 %']],
  [
    'Tỷ lệ dân số được quản lý sức khỏe bằng hồ sơ điện tử: trên 90%.',
    ['Tỷ lệ dân số được quản lý sức khỏe bằng hồ sơ điện tử > 90 %'],
  ],
  [
    'Tỷ lệ phụ nữ từ 15 đến 49 tuổi được tiếp cận biện pháp tránh thai hiện đại đạt 72%.',
    ['Tỷ lệ phụ nữ từ 15 đến 49 tuổi được tiếp cận biện pháp tránh thai hiện đại = 72 %'],
  ],
  ['Mỗi trạm y tế có ít nhất 01 bác sĩ, 01 nữ hộ sinh.', ['bác sĩ >= 1 bác sĩ', 'nữ hộ sinh >= 1 nữ hộ sinh']],
  ['Tăng tỷ lệ người cao tuổi được khám định kỳ lên 85%.', ['tỷ lệ người cao tuổi được khám định kỳ = 85 %']],
  ['Nâng tỷ lệ trạm y tế có bác sĩ từ 88% lên 92%.', ['tỷ lệ trạm y tế có bác sĩ = 92 %']],
  ['Giảm số ca mắc mới HIV ít nhất 10% so với năm 2023.', ['số ca mắc mới HIV decrease >= 10 % (2023)']],
  ['Ca tử vong do bệnh dại: 0 ca.', ['Ca tử vong do bệnh dại = 0 ca']],
  ['Không có bà mẹ tử vong do tai biến sản khoa.', ['bà mẹ tử vong do tai biến sản khoa = 0']],
  ['Khống chế số người mắc lao mới dưới 100 người/100.000 dân.', ['số người mắc lao mới < 100 người/100.000 dân']],
  [
    '100% cơ sở khám, chữa bệnh công lập và trên 60% cơ sở tư nhân kê đơn thuốc điện tử.',
    ['cơ sở khám, chữa bệnh công lập = 100 %', 'cơ sở tư nhân kê đơn thuốc điện tử > 60 %'],
  ],
  [
    'Ít nhất 98% trẻ em dưới 6 tuổi, học sinh, sinh viên tham gia BHYT.',
    ['trẻ em dưới 6 tuổi, học sinh, sinh viên tham gia BHYT >= 98 %'],
  ],
  [
    'Tỷ lệ hài lòng của người bệnh nội trú đạt tối thiểu 93%; ngoại trú đạt tối thiểu 90%.',
    ['Tỷ lệ hài lòng của người bệnh nội trú >= 93 %', 'ngoại trú >= 90 %'],
  ],
  ['Trung bình mỗi năm giảm 0,5% trẻ suy dinh dưỡng.', ['trẻ suy dinh dưỡng decrease = 0.5 %']],
  [
    'Số lượt khám bệnh đạt 1.250.000 lượt; điều trị nội trú 98.000 lượt.',
    ['Số lượt khám bệnh = 1250000 lượt', 'điều trị nội trú = 98000 lượt'],
  ],
  ['Tổ chức 12 lớp tập huấn cho 480 cán bộ y tế cơ sở.', ['lớp tập huấn cho 480 cán bộ y tế cơ sở = 12 lớp tập huấn']],
  ['Triển khai thêm 08 kỹ thuật mới tại tuyến huyện.', ['kỹ thuật mới tại tuyến huyện = 8 kỹ thuật']],
  ['Khám sàng lọc cho 5.600 người từ 40 tuổi trở lên.', ['người từ 40 tuổi trở lên = 5600 người']],
  ['Lấy và xét nghiệm 450 mẫu nước sinh hoạt.', ['mẫu nước sinh hoạt = 450 mẫu']],
  [
    'Phấn đấu có từ 03 - 05 bệnh viện đạt tiêu chuẩn xanh - sạch - đẹp.',
    ['bệnh viện đạt tiêu chuẩn xanh - sạch - đẹp 3..5 bệnh viện'],
  ],
  ['Tỷ lệ lấp đầy giường bệnh không vượt quá 105%.', ['Tỷ lệ lấp đầy giường bệnh <= 105 %']],
  ['Số ngày điều trị trung bình không quá 6,5 ngày.', ['Số ngày điều trị trung bình <= 6.5 ngày']],
  ['Thời gian trả kết quả xét nghiệm thường quy tối đa 90 phút.', ['Thời gian trả kết quả xét nghiệm thường quy <= 90 phút']],
  [
    'Giảm thời gian chờ khám bệnh trung bình 15 phút so với năm 2023.',
    ['thời gian chờ khám bệnh trung bình decrease = 15 phút (2023)'],
  ],
  [
    '100% thủ tục hành chính được công khai; 80% thủ tục đủ điều kiện được cung cấp dịch vụ công toàn trình.',
    ['thủ tục hành chính được công khai = 100 %', 'thủ tục đủ điều kiện được cung cấp dịch vụ công toàn trình = 80 %'],
  ],
  ['Xếp hạng chuyển đổi số của Sở tăng ít nhất 02 bậc.', ['Xếp hạng chuyển đổi số của Sở increase >= 2 bậc']],
  ['Điểm chỉ số cải cách hành chính đạt từ 88 điểm trở lên.', ['Điểm chỉ số cải cách hành chính >= 88 điểm']],
  [
    'Có trên 30% đảng viên hoàn thành xuất sắc nhiệm vụ; không có đảng viên vi phạm.',
    ['đảng viên hoàn thành xuất sắc nhiệm vụ > 30 %', 'đảng viên vi phạm = 0'],
  ],
  [
    'Phấn đấu 20% cá nhân đạt Chiến sĩ thi đua cơ sở, 03 cá nhân đạt Chiến sĩ thi đua cấp tỉnh.',
    ['cá nhân đạt Chiến sĩ thi đua cơ sở = 20 %', 'cá nhân đạt Chiến sĩ thi đua cấp tỉnh = 3 cá nhân'],
  ],
  [
    'Tặng 1.500 suất quà cho người bệnh có hoàn cảnh khó khăn.',
    ['suất quà cho người bệnh có hoàn cảnh khó khăn = 1500 suất quà'],
  ],
  ['Xây dựng 02 mô hình điểm về phòng, chống tác hại thuốc lá.', ['mô hình điểm về phòng, chống tác hại thuốc lá = 2 mô hình']],
  [
    'Tỷ lệ hút thuốc trong nam giới từ 15 tuổi trở lên giảm còn 38%.',
    ['Tỷ lệ hút thuốc trong nam giới từ 15 tuổi trở lên = 38 %'],
  ],
  [
    'Tỷ lệ hút thuốc thụ động tại nơi làm việc giảm xuống dưới 30%, tại nhà hàng dưới 65%.',
    ['Tỷ lệ hút thuốc thụ động tại nơi làm việc < 30 %', 'tại nhà hàng < 65 %'],
  ],
  [
    'Ít nhất 50% số người mắc tăng huyết áp được phát hiện; 50% số người phát hiện bệnh được quản lý, điều trị.',
    ['số người mắc tăng huyết áp được phát hiện >= 50 %', 'số người phát hiện bệnh được quản lý, điều trị = 50 %'],
  ],
  [
    'Giảm 25% số vụ ngộ độc; không để xảy ra tử vong do ngộ độc thực phẩm.',
    ['số vụ ngộ độc decrease = 25 %', 'tử vong do ngộ độc thực phẩm = 0'],
  ],
  ['Tỷ lệ nhân viên y tế rửa tay đúng 5 thời điểm đạt trên 85%.', ['Tỷ lệ nhân viên y tế rửa tay đúng 5 thời điểm > 85 %']],
  [
    'Tỷ lệ phụ nữ đẻ được khám thai ít nhất 4 lần trong 3 thai kỳ đạt 86%.',
    ['Tỷ lệ phụ nữ đẻ được khám thai ít nhất 4 lần trong 3 thai kỳ = 86 %'],
  ],
  ['Bảo đảm 100% số xã có từ 1 đến 2 cộng tác viên dân số.', ['số xã có từ 1 đến 2 cộng tác viên dân số = 100 %']],
  ['Tỷ lệ tử vong sơ sinh: 6,5‰.', ['Tỷ lệ tử vong sơ sinh = 6.5 ‰']],
  ['Tỷ số tử vong mẹ: 40/100.000 trẻ đẻ sống.', ['Tỷ số tử vong mẹ = 40 /100.000 trẻ đẻ sống']],
  [
    'Trên 80% người lao động trong cơ sở có nguy cơ được khám sức khỏe định kỳ, phát hiện bệnh nghề nghiệp.',
    ['người lao động trong cơ sở có nguy cơ được khám sức khỏe định kỳ, phát hiện bệnh nghề nghiệp > 80 %'],
  ],
  ['Cấp cứu, điều trị kịp thời 100% các trường hợp ngộ độc.', ['các trường hợp ngộ độc = 100 %']],
  [
    'Đào tạo 02 tiến sĩ, 15 thạc sĩ, 20 chuyên khoa I.',
    ['tiến sĩ = 2 tiến sĩ', 'thạc sĩ = 15 thạc sĩ', 'chuyên khoa I = 20 chuyên khoa I'],
  ],
  [
    'Phấn đấu giảm ít nhất 5% số người tử vong do đuối nước ở trẻ em so với năm 2023.',
    ['số người tử vong do đuối nước ở trẻ em decrease >= 5 % (2023)'],
  ],
  [
    'Ít nhất 90% nhà thuốc, 70% quầy thuốc thực hiện kết nối liên thông.',
    ['nhà thuốc >= 90 %', 'quầy thuốc thực hiện kết nối liên thông >= 70 %'],
  ],
  ['Lấy mẫu kiểm nghiệm 600 mẫu thuốc, 50 mẫu mỹ phẩm.', ['mẫu thuốc = 600 mẫu', 'mẫu mỹ phẩm = 50 mẫu']],
  [
    'Tỷ lệ thuốc không đạt chất lượng dưới 1%, thuốc giả dưới 0,05%.',
    ['Tỷ lệ thuốc không đạt chất lượng < 1 %', 'thuốc giả < 0.05 %'],
  ],
  [
    'Tối thiểu 75% số trường học tổ chức bữa ăn học đường theo thực đơn cân đối.',
    ['số trường học tổ chức bữa ăn học đường theo thực đơn cân đối >= 75 %'],
  ],
  [
    '100% trường học có nhân viên y tế hoặc có hợp đồng với trạm y tế.',
    ['trường học có nhân viên y tế hoặc có hợp đồng với trạm y tế = 100 %'],
  ],
  ['Tỷ lệ bệnh nhân hen được quản lý đạt 60%, COPD đạt 55%.', ['Tỷ lệ bệnh nhân hen được quản lý = 60 %', 'COPD = 55 %']],
  ['Số bệnh nhân tâm thần được quản lý đạt 2.450 người.', ['Số bệnh nhân tâm thần được quản lý = 2450 người']],
  ['Duy trì 15 phòng khám bác sĩ gia đình.', ['phòng khám bác sĩ gia đình = 15 phòng khám bác sĩ gia đình']],
  ['Hiến máu tình nguyện: 6.000 đơn vị.', ['Hiến máu tình nguyện = 6000 đơn vị']],
  [
    'Số người sử dụng biện pháp tránh thai hiện đại: 45.000 người, trong đó: đình sản 50 người, đặt dụng cụ tử cung 6.000 người.',
    ['Số người sử dụng biện pháp tránh thai hiện đại = 45000 người', 'đình sản = 50 người', 'đặt dụng cụ tử cung = 6000 người'],
  ],
  ['Tối thiểu 80% trở lên hộ gia đình được tuyên truyền.', ['hộ gia đình được tuyên truyền >= 80 %']],
  [
    'Có từ 70% trở lên khoa, phòng đạt danh hiệu Tập thể lao động tiên tiến.',
    ['khoa, phòng đạt danh hiệu Tập thể lao động tiên tiến >= 70 %'],
  ],
  [
    'Trên 98% hồ sơ giải quyết đúng và trước hạn, phấn đấu không có hồ sơ trễ hạn.',
    ['hồ sơ giải quyết đúng và trước hạn > 98 %', 'hồ sơ trễ hạn = 0'],
  ],
  ['Số ca mắc sốt rét bản địa: 0.', ['Số ca mắc sốt rét bản địa = 0']],
  ['Tỷ lệ ký sinh trùng sốt rét/1.000 dân nguy cơ dưới 0,05.', ['Tỷ lệ ký sinh trùng sốt rét/1.000 dân nguy cơ < 0.05']],
  ['Tỷ suất mắc lao/100.000 dân giảm xuống còn 110.', ['Tỷ suất mắc lao/100.000 dân = 110']],
  [
    'Tỷ lệ người dân hài lòng về dịch vụ y tế công lập: khối bệnh viện trên 90%; khối dự phòng trên 85%.',
    ['Tỷ lệ người dân hài lòng về dịch vụ y tế công lập: khối bệnh viện > 90 %', 'khối dự phòng > 85 %'],
  ],
  ['Mức độ hài lòng chung: 4,3/5 điểm.', ['Mức độ hài lòng chung = 4.3 điểm']],
  ['Tăng thu nhập bình quân của viên chức 8% so với năm trước.', ['thu nhập bình quân của viên chức increase = 8 % (2023)']],
  ['Hoàn thành 100% chỉ tiêu được giao.', ['chỉ tiêu được giao = 100 %']],
  ['Giải ngân vốn đầu tư công đạt trên 95% kế hoạch.', ['Giải ngân vốn đầu tư công > 95 %']],
  ['Tỷ lệ giải ngân đạt 100% kế hoạch vốn giao.', ['Tỷ lệ giải ngân = 100 %']],
  [
    'Tỷ lệ tiêm chủng vắc xin cho trẻ em dưới 1 tuổi, phụ nữ có thai đạt trên 95%.',
    ['Tỷ lệ tiêm chủng vắc xin cho trẻ em dưới 1 tuổi, phụ nữ có thai > 95 %'],
  ],
  ['90 - 95% người cao tuổi được quản lý sức khỏe.', ['người cao tuổi được quản lý sức khỏe 90..95 %']],
  ['Khoảng 60% bệnh nhân tăng huyết áp đạt huyết áp mục tiêu.', ['bệnh nhân tăng huyết áp đạt huyết áp mục tiêu = 60 %']],
  [
    '100% bệnh viện tuyến tỉnh, ít nhất 80% bệnh viện tuyến huyện và 50% trạm y tế áp dụng khám bệnh từ xa.',
    ['bệnh viện tuyến tỉnh = 100 %', 'bệnh viện tuyến huyện >= 80 %', 'trạm y tế áp dụng khám bệnh từ xa >= 50 %'],
  ],
  [
    'Tỷ lệ chết do tai nạn giao thông giảm từ 5% đến 10% so với năm 2023.',
    ['Tỷ lệ chết do tai nạn giao thông decrease 5..10 % (2023)'],
  ],
  ['Tỷ lệ trẻ 6-11 tuổi thừa cân dưới 12%.', ['Tỷ lệ trẻ 6-11 tuổi thừa cân < 12 %']],
  ['Giảm còn dưới 5% số hộ sử dụng nhà tiêu không hợp vệ sinh.', ['số hộ sử dụng nhà tiêu không hợp vệ sinh < 5 %']],
  ['Chấm dứt tình trạng phóng uế bừa bãi tại 100% thôn, bản.', ['thôn, bản = 100 %']],
  ['Tập huấn cho 350 lượt người làm công tác y tế trường học.', ['lượt người làm công tác y tế trường học = 350 lượt người']],
  ['Phát 20.000 tờ rơi, treo 150 pa nô.', ['tờ rơi = 20000 tờ rơi', 'pa nô = 150 pa nô']],
  ['Không để quá 2% hồ sơ trễ hạn.', ['hồ sơ trễ hạn <= 2 %']],
  ['Không phát sinh khiếu nại, tố cáo vượt cấp.', ['khiếu nại, tố cáo vượt cấp = 0']],
]

const IN_TASKS: readonly Case[] = [
  ['- Trạm y tế bố trí ít nhất 02 phòng khám.', ['phòng khám >= 2 phòng khám']],
  [
    '- Phấn đấu 100% hồ sơ công việc được xử lý trên môi trường mạng.',
    ['hồ sơ công việc được xử lý trên môi trường mạng = 100 %'],
  ],
  ['- Tổ chức khám sức khỏe cho học sinh, bảo đảm trên 95% học sinh được khám.', ['học sinh được khám > 95 %']],
  ['- Tăng cường tuyên truyền để ít nhất 70% bà mẹ biết cách chăm sóc trẻ.', ['bà mẹ biết cách chăm sóc trẻ >= 70 %']],
  ['- Kiểm tra, giám sát ít nhất 50% số trạm y tế trong năm.', ['số trạm y tế >= 50 %']],
  ['- Mỗi bệnh viện cử ít nhất 02 bác sĩ hỗ trợ tuyến dưới.', ['bác sĩ hỗ trợ tuyến dưới >= 2 bác sĩ']],
  ['- Duy trì 100% thôn có nhân viên y tế hoạt động.', ['thôn có nhân viên y tế hoạt động = 100 %']],
  ['- Phấn đấu tỷ lệ bao phủ BHYT đạt 95%.', ['tỷ lệ bao phủ BHYT = 95 %']],
  ['- Đến 31/12/2024 hoàn thành khám sức khỏe cho 100% người cao tuổi.', ['người cao tuổi = 100 %']],
  ['- Thẩm định ít nhất 20% số hồ sơ do cấp dưới gửi.', ['số hồ sơ do cấp dưới gửi >= 20 %']],
]

const NO_TARGET_IN_TASKS: readonly string[] = [
  'Đơn vị có từ 03 người vi phạm trở lên không được xét danh hiệu.',
  'Năm 2023, tỷ lệ bao phủ BHYT đạt 93,8%.',
  'Khi số ca mắc tăng trên 50% so với tuần trước, kích hoạt phương án 2.',
  'Giá dịch vụ tăng 5% từ tháng 7.',
  'Ước tính có 30% người dân chưa biết mình mắc bệnh.',
  'Đối với xã có tỷ lệ tiêm dưới 80%, tổ chức tiêm vét.',
  'Thời gian cách ly tối thiểu 07 ngày.',
  'Khu vực rộng trên 500 m2 phải có 2 lối thoát.',
  'Phun hóa chất diện rộng khi mật độ muỗi trên 0,5 con/nhà.',
  'Trẻ sốt trên 38,5 độ C không được tiêm.',
  'Hộ có trên 03 người mắc phải báo cáo ngay.',
  'Cơ sở vi phạm từ 2 lần trở lên sẽ bị đình chỉ.',
  'Hỗ trợ 100% chi phí khám bệnh cho hộ nghèo.',
  'Quỹ BHYT chi trả 80% chi phí.',
  'Theo báo cáo, 35% học sinh bị cận thị.',
  'Dân số già hóa nhanh, người cao tuổi chiếm 12,5% dân số.',
  'Tại Việt Nam, mỗi năm có khoảng 40.000 người tử vong do thuốc lá.',
  'So với năm 2022, số ca mắc tăng 15%.',
  'Trong 5 năm qua, tỷ lệ sinh giảm 2,3%.',
  'Đến nay, 90% trạm y tế đã kết nối mạng.',
  'Chuẩn bị 20 giường hồi sức và 15 máy thở.',
  'Họp giao ban 02 tuần một lần.',
  'Thành lập 05 đội cơ động, mỗi đội từ 3-5 người.',
  'Đơn vị hoàn thành dưới 70% kế hoạch phải kiểm điểm.',
  'Chỉ thanh toán tối đa 70% giá trị hợp đồng.',
  'Tỷ lệ mắc cao (trên 30%) ở nhóm 5-9 tuổi cho thấy cần can thiệp sớm.',
  'Xử lý nghiêm cơ sở có tỷ lệ vi phạm trên 20%.',
  'Pha dung dịch cloramin B 25% theo hướng dẫn.',
  'Sử dụng cồn 70 độ hoặc cồn 90% để sát khuẩn.',
  'Tiêm bổ sung liều 0,5 ml cho trẻ.',
  'Gửi báo cáo trước 16 giờ hằng ngày.',
  'Thời gian ủ bệnh từ 3 đến 7 ngày.',
  'Thời gian làm việc từ 7 giờ 30 phút đến 16 giờ 30 phút.',
  'Thời hạn giải quyết hồ sơ là 15 ngày làm việc.',
  'Tham mưu UBND tỉnh hỗ trợ tối thiểu 30% mức đóng BHYT cho học sinh.',
  'Tổ chức đánh giá nội bộ; đơn vị có điểm dưới 70 xếp loại trung bình.',
  'Chọn ngẫu nhiên 30% số hộ để điều tra.',
  'Các vi phạm trên 50 triệu đồng chuyển cơ quan điều tra.',
  'Bệnh nhân có huyết áp trên 140/90 mmHg được tư vấn.',
  'Phụ nữ mang thai uống viên sắt 60 mg mỗi ngày trong 6 tháng.',
  'Rửa tay bằng xà phòng ít nhất 20 giây.',
  'Tỷ lệ chết/mắc cao hơn 1% là mức báo động.',
  'Tăng cường xét nghiệm, tối thiểu 3 ngày/lần ở vùng dịch.',
  'Lưu mẫu thức ăn tối thiểu 24 giờ.',
  'Xe cứu thương có mặt trong vòng 15 phút.',
  'Ngân sách trung ương 60%, ngân sách địa phương 40%.',
  'Mức hỗ trợ bằng 30% lương tối thiểu.',
  'Nếu phát hiện ổ dịch mới, 100% hộ trong bán kính 200 m phải được phun.',
]

const NO_TARGET_IN_TARGETS: readonly string[] = [
  'Bám sát 5 nhóm nhiệm vụ, 3 khâu đột phá.',
  'Thực hiện 5K và phương châm 4 tại chỗ.',
  'Thi đua lập thành tích chào mừng 70 năm Ngày Thầy thuốc Việt Nam.',
  'Hạn chế thấp nhất tử vong mẹ, tử vong trẻ em.',
  'Xóa tình trạng trạm y tế không có bác sĩ.',
]

describe('targets of further sentences', () => {
  it.each(IN_TARGETS)('finds the targets of the bullet “%s”', (text, targets) => {
    expect(targetsOf(TARGETS, `- ${text}`)).toEqual(targets)
  })

  it.each(IN_TASKS)('finds what the task asks for: “%s”', (text, targets) => {
    expect(targetsOf(TASKS, text)).toEqual(targets)
  })

  it.each(NO_TARGET_IN_TASKS)('leaves the task “%s” alone', (text) => {
    expect(targetsOf(TASKS, `- ${text}`)).toEqual([])
  })

  it.each(NO_TARGET_IN_TARGETS)('leaves “%s” alone among targets', (text) => {
    expect(targetsOf(TARGETS, `- ${text}`)).toEqual([])
  })
})
