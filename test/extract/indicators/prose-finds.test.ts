import { describe, expect, it } from 'vitest'
import { TARGETS, TASKS, targetsOf } from './sentences.ts'

/** A sentence of a list of targets, and what a careful clerk writes down from it. */
type Case = readonly [text: string, targets: readonly string[]]

const POPULATION: readonly Case[] = [
  ['Tổng tỷ suất sinh duy trì ở mức 2,1 con/phụ nữ.', ['Tổng tỷ suất sinh = 2.1 con/phụ nữ']],
  ['Mức giảm sinh đạt 0,1‰.', ['Mức giảm sinh = 0.1 ‰']],
  ['Tỷ số giới tính khi sinh không vượt 110 bé trai/100 bé gái.', ['Tỷ số giới tính khi sinh <= 110 bé trai/100 bé gái']],
  [
    'Khống chế tỷ số giới tính khi sinh ở mức không vượt quá 109,2 bé trai/100 bé gái.',
    ['tỷ số giới tính khi sinh <= 109.2 bé trai/100 bé gái'],
  ],
  [
    'Tỷ số giới tính khi sinh dưới 111 bé trai trên 100 bé gái sinh ra sống.',
    ['Tỷ số giới tính khi sinh < 111 bé trai trên 100 bé gái sinh ra sống'],
  ],
  [
    'Tỷ lệ thanh niên được tư vấn, khám sức khỏe trước khi kết hôn đạt 75%.',
    ['Tỷ lệ thanh niên được tư vấn, khám sức khỏe trước khi kết hôn = 75 %'],
  ],
  [
    'Tuổi thọ trung bình đạt 74,6 tuổi, trong đó số năm sống khỏe tối thiểu 66 năm.',
    ['Tuổi thọ trung bình = 74.6 tuổi', 'số năm sống khỏe >= 66 năm'],
  ],
  [
    'Giảm 20% số cặp tảo hôn, 10% số cặp hôn nhân cận huyết so với năm 2023.',
    ['số cặp tảo hôn decrease = 20 % (2023)', 'số cặp hôn nhân cận huyết decrease = 10 % (2023)'],
  ],
  ['Chiều cao trung bình của nữ thanh niên đạt 156,5cm.', ['Chiều cao trung bình của nữ thanh niên = 156.5 cm']],
  [
    'Số con trung bình của một phụ nữ trong độ tuổi sinh đẻ là 2,05 con.',
    ['Số con trung bình của một phụ nữ trong độ tuổi sinh đẻ = 2.05 con'],
  ],
  ['Tỷ lệ tăng dân số tự nhiên không quá 0,9%.', ['Tỷ lệ tăng dân số tự nhiên <= 0.9 %']],
  [
    'Tỷ lệ sinh con thứ 3 trở lên giảm 0,3 điểm phần trăm so với năm 2023.',
    ['Tỷ lệ sinh con thứ 3 trở lên decrease = 0.3 điểm phần trăm (2023)'],
  ],
]

const NUTRITION: readonly Case[] = [
  [
    'Tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi giảm còn 18,4%.',
    ['Tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi = 18.4 %'],
  ],
  [
    'Tỷ lệ thừa cân, béo phì ở học sinh tiểu học dưới 15% ở thành thị và 9% ở nông thôn.',
    ['Tỷ lệ thừa cân, béo phì ở học sinh tiểu học < 15 %', 'ở nông thôn < 9 %'],
  ],
  [
    '98% bà mẹ sau sinh được uống vitamin A trong vòng 1 tháng.',
    ['bà mẹ sau sinh được uống vitamin A trong vòng 1 tháng = 98 %'],
  ],
  ['Trên 60% trẻ được bú mẹ hoàn toàn trong 6 tháng đầu.', ['trẻ được bú mẹ hoàn toàn trong 6 tháng đầu > 60 %']],
  [
    'Trên 90% bà mẹ có con dưới 2 tuổi biết ít nhất 04 dấu hiệu nguy hiểm.',
    ['bà mẹ có con dưới 2 tuổi biết ít nhất 04 dấu hiệu nguy hiểm > 90 %'],
  ],
  ['Tỷ lệ trẻ sơ sinh nhẹ cân dưới 2.500 gam ở mức dưới 6%.', ['Tỷ lệ trẻ sơ sinh nhẹ cân dưới 2.500 gam < 6 %']],
  ['Giảm tỷ lệ thiếu máu ở phụ nữ có thai xuống còn 18,5% (năm 2023 là 20,1%).', ['tỷ lệ thiếu máu ở phụ nữ có thai = 18.5 %']],
  [
    'Tỷ lệ hộ gia đình dùng muối i-ốt đủ tiêu chuẩn phòng bệnh từ 90 đến 95%.',
    ['Tỷ lệ hộ gia đình dùng muối i-ốt đủ tiêu chuẩn phòng bệnh 90..95 %'],
  ],
]

const HIV_AND_TUBERCULOSIS: readonly Case[] = [
  [
    'Đến năm 2025: 95% số người nhiễm HIV biết tình trạng của mình; 95% số người biết tình trạng được điều trị ARV; 95% số người điều trị có tải lượng vi rút thấp.',
    [
      'số người nhiễm HIV biết tình trạng của mình = 95 %',
      'số người biết tình trạng được điều trị ARV = 95 %',
      'số người điều trị có tải lượng vi rút thấp = 95 %',
    ],
  ],
  ['Tỷ lệ lây truyền HIV từ mẹ sang con dưới 2%.', ['Tỷ lệ lây truyền HIV từ mẹ sang con < 2 %']],
  ['Điều trị dự phòng trước phơi nhiễm cho 320 khách hàng.', ['khách hàng = 320 khách hàng']],
  ['Phát hiện hằng năm từ 850 - 900 bệnh nhân lao các thể.', ['bệnh nhân lao các thể 850..900 bệnh nhân']],
  ['Số người mắc lao không quá 95/100.000 dân.', ['Số người mắc lao <= 95 /100.000 dân']],
  [
    'Tỷ lệ điều trị thành công bệnh nhân lao phổi mới ≥ 92%; bệnh nhân lao đa kháng trên 75%.',
    ['Tỷ lệ điều trị thành công bệnh nhân lao phổi mới >= 92 %', 'bệnh nhân lao đa kháng > 75 %'],
  ],
  ['Phát hiện mới ít nhất 60 bệnh nhân phong trên 1.000.000 dân.', ['bệnh nhân phong trên 1.000.000 dân >= 60 bệnh nhân']],
  [
    'Trên 90% người nghiện điều trị Methadone duy trì ít nhất 12 tháng.',
    ['người nghiện điều trị Methadone duy trì ít nhất 12 tháng > 90 %'],
  ],
]

const OUTBREAKS: readonly Case[] = [
  [
    'Giảm 10% số ca mắc và 5% số ca nặng so với cùng kỳ năm 2023.',
    ['số ca mắc decrease = 10 % (2023)', 'số ca nặng decrease = 5 % (2023)'],
  ],
  [
    'Giảm 8% số ca mắc và giảm 12% số ca tử vong so với năm 2023.',
    ['số ca mắc decrease = 8 % (2023)', 'số ca tử vong decrease = 12 % (2023)'],
  ],
  ['Số ca mắc sốt xuất huyết giảm 15% so với trung bình 5 năm.', ['Số ca mắc sốt xuất huyết decrease = 15 %']],
  ['Bệnh dại: không có trường hợp tử vong.', ['trường hợp tử vong = 0']],
  ['Sốt rét: không để dịch xảy ra.', ['dịch xảy ra = 0']],
  ['Không có tử vong do sởi.', ['tử vong do sởi = 0']],
  ['Tỷ lệ chết/mắc do sốt xuất huyết dưới 0,09%.', ['Tỷ lệ chết/mắc do sốt xuất huyết < 0.09 %']],
  ['100% ổ dịch được xử lý trong vòng 48 giờ.', ['ổ dịch được xử lý trong vòng 48 giờ = 100 %']],
  ['Chỉ số nhà có lăng quăng dưới 10%, chỉ số BI không quá 20.', ['Chỉ số nhà có lăng quăng < 10 %', 'chỉ số BI <= 20']],
  ['Mỗi tháng giám sát véc tơ tại ít nhất 08 xã trọng điểm.', ['xã trọng điểm >= 8 xã trọng điểm']],
  ['Số mắc tay chân miệng không quá 120 ca/100.000 dân.', ['Số mắc tay chân miệng <= 120 ca/100.000 dân']],
]

const VACCINES: readonly Case[] = [
  ['Trên 95% trẻ dưới 1 tuổi tiêm đủ 8 loại vắc xin.', ['trẻ dưới 1 tuổi tiêm đủ 8 loại vắc xin > 95 %']],
  ['Tỷ lệ tiêm vắc xin sởi mũi 2 đạt từ 95% trở lên.', ['Tỷ lệ tiêm vắc xin sởi mũi 2 >= 95 %']],
  ['Tỷ lệ xã đạt tỷ lệ tiêm từ 90% trở lên: 100%.', ['Tỷ lệ xã đạt tỷ lệ tiêm từ 90% trở lên = 100 %']],
  ['Tỷ lệ hao phí vắc xin ≤ 10%.', ['Tỷ lệ hao phí vắc xin <= 10 %']],
  ['95% trở lên phụ nữ có thai được tiêm vắc xin uốn ván.', ['phụ nữ có thai được tiêm vắc xin uốn ván >= 95 %']],
  ['98% trẻ từ 18 đến 24 tháng tuổi được tiêm mũi 4 DPT.', ['trẻ từ 18 đến 24 tháng tuổi được tiêm mũi 4 DPT = 98 %']],
  ['Tiêm bổ sung cho 12.500 trẻ từ 1 đến 5 tuổi.', ['trẻ từ 1 đến 5 tuổi = 12500 trẻ']],
]

const FOOD: readonly Case[] = [
  ['Kiểm tra 3.200 lượt cơ sở sản xuất, kinh doanh thực phẩm.', ['lượt cơ sở sản xuất, kinh doanh thực phẩm = 3200 lượt cơ sở']],
  ['Kiểm tra từ 900 cơ sở trở lên.', ['cơ sở >= 900 cơ sở']],
  ['Lấy 150 mẫu thực phẩm gửi kiểm nghiệm.', ['mẫu thực phẩm gửi kiểm nghiệm = 150 mẫu']],
  ['Mỗi huyện lấy từ 10 đến 15 mẫu thức ăn đường phố gửi xét nghiệm.', ['mẫu thức ăn đường phố gửi xét nghiệm 10..15 mẫu']],
  ['Số ca ngộ độc thực phẩm cấp tính dưới 7 người/100.000 dân.', ['Số ca ngộ độc thực phẩm cấp tính < 7 người/100.000 dân']],
  ['Không để xảy ra vụ ngộ độc thực phẩm trên 30 người mắc.', ['vụ ngộ độc thực phẩm trên 30 người mắc = 0']],
  [
    'Ít nhất 85% bếp ăn tập thể, 70% cơ sở thức ăn đường phố được cấp giấy chứng nhận.',
    ['bếp ăn tập thể >= 85 %', 'cơ sở thức ăn đường phố được cấp giấy chứng nhận >= 70 %'],
  ],
  [
    'Tỷ lệ người tiêu dùng có kiến thức đúng: 80%; người kinh doanh: trên 85%; người quản lý: 92%.',
    ['Tỷ lệ người tiêu dùng có kiến thức đúng = 80 %', 'người kinh doanh > 85 %', 'người quản lý = 92 %'],
  ],
]

const INSURANCE_AND_STAFF: readonly Case[] = [
  ['Số bác sĩ trên 1 vạn dân: 9,2.', ['Số bác sĩ trên 1 vạn dân = 9.2']],
  ['Số dược sĩ đại học trên 10.000 dân đạt 2,4.', ['Số dược sĩ đại học trên 10.000 dân = 2.4']],
  ['Số giường bệnh trên một vạn dân là 29 giường.', ['Số giường bệnh trên một vạn dân = 29 giường']],
  [
    'Đạt 11 bác sĩ/vạn dân và 30 giường bệnh/vạn dân.',
    ['bác sĩ/vạn dân = 11 bác sĩ/vạn dân', 'giường bệnh/vạn dân = 30 giường bệnh/vạn dân'],
  ],
  ['Tỷ lệ bao phủ bảo hiểm y tế đạt 94,5% dân số trở lên.', ['Tỷ lệ bao phủ bảo hiểm y tế >= 94.5 %']],
  ['Phấn đấu trên 96% dân số tham gia bảo hiểm y tế.', ['dân số tham gia bảo hiểm y tế > 96 %']],
  [
    'Cử 05 bác sĩ học chuyên khoa cấp I, 08 điều dưỡng học đại học.',
    ['bác sĩ học chuyên khoa cấp I = 5 bác sĩ', 'điều dưỡng học đại học = 8 điều dưỡng'],
  ],
  ['Tuyển dụng mới 40 viên chức, trong đó có 15 bác sĩ.', ['viên chức = 40 viên chức', 'bác sĩ = 15 bác sĩ']],
  ['100% trạm y tế có bác sĩ làm việc ít nhất 3 buổi/tuần.', ['trạm y tế có bác sĩ làm việc ít nhất 3 buổi/tuần = 100 %']],
  ['Tỷ suất tử vong mẹ không quá 38 ca/100.000 trẻ đẻ sống.', ['Tỷ suất tử vong mẹ <= 38 ca/100.000 trẻ đẻ sống']],
  [
    'Tỷ suất tử vong trẻ em dưới 1 tuổi ≤ 11‰, dưới 5 tuổi ≤ 16‰.',
    ['Tỷ suất tử vong trẻ em dưới 1 tuổi <= 11 ‰', 'dưới 5 tuổi <= 16 ‰'],
  ],
  ['Công suất sử dụng giường bệnh bình quân từ 80% đến 95%.', ['Công suất sử dụng giường bệnh bình quân 80..95 %']],
]

const REFORM: readonly Case[] = [
  ['Thời gian người bệnh chờ lấy thuốc tối đa 20 phút.', ['Thời gian người bệnh chờ lấy thuốc <= 20 phút']],
  ['Rút ngắn thời gian chờ khám trung bình xuống còn 35 phút.', ['thời gian chờ khám trung bình = 35 phút']],
  ['Chỉ số cải cách hành chính tăng 03 bậc so với năm 2023.', ['Chỉ số cải cách hành chính increase = 3 bậc (2023)']],
  ['Chỉ số hài lòng của người bệnh đạt 4,2/5 trở lên.', ['Chỉ số hài lòng của người bệnh >= 4.2']],
  ['Mức độ hài lòng của người dân đạt trên 92%.', ['Mức độ hài lòng của người dân > 92 %']],
  ['Điểm trung bình chất lượng bệnh viện đạt 3,15 điểm trở lên.', ['Điểm trung bình chất lượng bệnh viện >= 3.15 điểm']],
  ['Ít nhất 04 bệnh viện đạt trên 3,6 điểm.', ['bệnh viện đạt trên 3,6 điểm >= 4 bệnh viện']],
  [
    '100% bệnh viện đạt từ 2,8 điểm trở lên, trong đó ít nhất 03 bệnh viện đạt trên 3,5 điểm.',
    ['bệnh viện đạt từ 2,8 điểm trở lên = 100 %', 'bệnh viện đạt trên 3,5 điểm >= 3 bệnh viện'],
  ],
  [
    'Có ít nhất 02 bệnh viện triển khai bệnh án điện tử và 05 trung tâm y tế kết nối dữ liệu liên thông.',
    ['bệnh viện triển khai bệnh án điện tử >= 2 bệnh viện', 'trung tâm y tế kết nối dữ liệu liên thông >= 5 trung tâm y tế'],
  ],
  [
    'Từ 90% người bệnh nội trú và 85% người bệnh ngoại trú trở lên hài lòng.',
    ['người bệnh nội trú >= 90 %', 'người bệnh ngoại trú trở lên hài lòng >= 85 %'],
  ],
  [
    'Tỷ lệ hồ sơ trực tuyến toàn trình từ 60% trở lên, riêng lĩnh vực dược đạt 75%.',
    ['Tỷ lệ hồ sơ trực tuyến toàn trình >= 60 %', 'riêng lĩnh vực dược = 75 %'],
  ],
  ['Giảm 3% biên chế so với năm 2023.', ['biên chế decrease = 3 % (2023)']],
  [
    'Cắt giảm tối thiểu 15% thời gian giải quyết thủ tục hành chính.',
    ['thời gian giải quyết thủ tục hành chính decrease >= 15 %'],
  ],
  ['Số hồ sơ trễ hạn không quá 1%, không có hồ sơ bị thất lạc.', ['Số hồ sơ trễ hạn <= 1 %', 'hồ sơ bị thất lạc = 0']],
  [
    'Trên 70% hồ sơ sức khỏe điện tử được cập nhật ít nhất 01 lần/năm.',
    ['hồ sơ sức khỏe điện tử được cập nhật ít nhất 01 lần/năm > 70 %'],
  ],
  ['Tối thiểu 50% số cuộc họp được tổ chức trực tuyến.', ['số cuộc họp được tổ chức trực tuyến >= 50 %']],
]

const EMULATION: readonly Case[] = [
  ['Đề nghị tặng Cờ thi đua cho 03 đơn vị.', ['đơn vị = 3 đơn vị']],
  [
    'Có 02 đơn vị được đề nghị tặng Cờ thi đua, 04 đơn vị được tặng Bằng khen.',
    ['đơn vị được đề nghị tặng Cờ thi đua = 2 đơn vị', 'đơn vị được tặng Bằng khen = 4 đơn vị'],
  ],
  ['Vận động hiến được 1.800 đơn vị máu.', ['đơn vị máu = 1800 đơn vị máu']],
  ['Trao tặng 2.000 suất cháo miễn phí cho người bệnh nghèo.', ['suất cháo miễn phí cho người bệnh nghèo = 2000 suất cháo']],
  [
    'Toàn ngành có ít nhất 90 sáng kiến cấp cơ sở, 10 sáng kiến cấp tỉnh và 02 đề tài khoa học được nghiệm thu.',
    [
      'sáng kiến cấp cơ sở >= 90 sáng kiến',
      'sáng kiến cấp tỉnh >= 10 sáng kiến',
      'đề tài khoa học được nghiệm thu >= 2 đề tài khoa học',
    ],
  ],
  [
    '100% đơn vị đạt chuẩn văn hóa, 25 sáng kiến được công nhận.',
    ['đơn vị đạt chuẩn văn hóa = 100 %', 'sáng kiến được công nhận = 25 sáng kiến'],
  ],
  ['Dưới 1% đảng viên bị xử lý kỷ luật.', ['đảng viên bị xử lý kỷ luật < 1 %']],
  ['Thu sự nghiệp đạt từ 35 tỷ đồng trở lên.', ['Thu sự nghiệp >= 35 tỷ đồng']],
  ['Ủng hộ quỹ vì người nghèo tối thiểu 150 triệu đồng.', ['Ủng hộ quỹ vì người nghèo >= 150 triệu đồng']],
  ['Tiết kiệm điện, nước tối thiểu 6% so với năm 2023.', ['Tiết kiệm điện, nước decrease >= 6 % (2023)']],
  ['Từ 10% - 15% tập thể đạt danh hiệu Tập thể lao động xuất sắc.', ['tập thể đạt danh hiệu Tập thể lao động xuất sắc 10..15 %']],
]

const ENVIRONMENT_AND_AGE: readonly Case[] = [
  ['100% bệnh viện xử lý nước thải đạt quy chuẩn.', ['bệnh viện xử lý nước thải đạt quy chuẩn = 100 %']],
  ['Giảm 20% lượng rác thải nhựa phát sinh so với năm 2022.', ['lượng rác thải nhựa phát sinh decrease = 20 % (2022)']],
  ['Ít nhất 80% chất thải y tế được phân loại tại nguồn.', ['chất thải y tế được phân loại tại nguồn >= 80 %']],
  [
    '≥ 90% người cao tuổi có thẻ bảo hiểm y tế, trong đó 70% được khám định kỳ ít nhất một lần/năm.',
    ['người cao tuổi có thẻ bảo hiểm y tế >= 90 %', 'được khám định kỳ ít nhất một lần/năm = 70 %'],
  ],
  ['Mỗi xã thành lập từ 1-2 câu lạc bộ liên thế hệ.', ['câu lạc bộ liên thế hệ 1..2 câu lạc bộ']],
  [
    'Trên 85% người từ 60 tuổi trở lên được khám sức khỏe định kỳ.',
    ['người từ 60 tuổi trở lên được khám sức khỏe định kỳ > 85 %'],
  ],
  [
    '100% học sinh lớp 1 và lớp 6 được khám sức khỏe đầu năm học.',
    ['học sinh lớp 1 và lớp 6 được khám sức khỏe đầu năm học = 100 %'],
  ],
  [
    'Tỷ lệ học sinh mắc cận thị không quá 18%, cong vẹo cột sống dưới 1,5%.',
    ['Tỷ lệ học sinh mắc cận thị <= 18 %', 'cong vẹo cột sống < 1.5 %'],
  ],
  [
    'Tỷ lệ trường có nhân viên y tế: tiểu học 95%, trung học cơ sở 90%.',
    ['Tỷ lệ trường có nhân viên y tế: tiểu học = 95 %', 'trung học cơ sở = 90 %'],
  ],
  [
    'Tỷ lệ hộ gia đình nông thôn có nhà tiêu hợp vệ sinh: Tối thiểu 85%.',
    ['Tỷ lệ hộ gia đình nông thôn có nhà tiêu hợp vệ sinh >= 85 %'],
  ],
  [
    'Đến năm 2025 có ít nhất 40% và đến năm 2030 có ít nhất 60% trường học đạt chuẩn.',
    ['trường học đạt chuẩn >= 40 %', 'trường học đạt chuẩn >= 60 %'],
  ],
]

const ASKED: readonly Case[] = [
  ['- Bảo đảm 100% vụ ngộ độc được điều tra, xử lý kịp thời.', ['vụ ngộ độc được điều tra, xử lý kịp thời = 100 %']],
  ['- Thực hiện sàng lọc trước sinh cho ít nhất 55% phụ nữ mang thai.', ['phụ nữ mang thai >= 55 %']],
  [
    '- Phấn đấu mỗi xã có tối thiểu 02 buổi phát thanh/tuần; trên 80% người dân biết ít nhất 03 cách phòng bệnh.',
    ['buổi phát thanh/tuần >= 2 buổi phát thanh/tuần', 'người dân biết ít nhất 03 cách phòng bệnh > 80 %'],
  ],
  ['- Giảm tỷ lệ chuyển tuyến 2% so với năm 2023.', ['tỷ lệ chuyển tuyến decrease = 2 % (2023)']],
  ['- Tỷ lệ sử dụng thuốc trong nước không thấp hơn 60%.', ['Tỷ lệ sử dụng thuốc trong nước >= 60 %']],
  ['Phấn đấu trong năm 2024 trên 90% dân số được lập hồ sơ sức khỏe.', ['dân số được lập hồ sơ sức khỏe > 90 %']],
  [
    '- Quản lý, điều trị 50% người tăng huyết áp và 40% người đái tháo đường.',
    ['người tăng huyết áp = 50 %', 'người đái tháo đường = 40 %'],
  ],
]

describe('targets of sentences', () => {
  it.each(
    [
      POPULATION,
      NUTRITION,
      HIV_AND_TUBERCULOSIS,
      OUTBREAKS,
      VACCINES,
      FOOD,
      INSURANCE_AND_STAFF,
      REFORM,
      EMULATION,
      ENVIRONMENT_AND_AGE,
    ].flat(),
  )('finds the targets of the bullet “%s”', (text, targets) => {
    expect(targetsOf(TARGETS, `- ${text}`)).toEqual(targets)
  })

  it.each(ASKED)('finds what a task asks for: “%s”', (text, targets) => {
    expect(targetsOf(TASKS, text)).toEqual(targets)
  })
})
