// A word becomes whether it is one of the marked syllables that administrative papers are made of: 99 of 100 marked words there.
import { foldText } from './fold.ts'

const COMMON: ReadonlySet<string> = new Set(
  [
    'ái án ảnh ánh áp ăn ấn bác bách bạch bài bãi bái bám bàn bản bán bảng bào bảo báo bày bắc bằng bắt bất bé bên bền bệnh',
    'bếp bí bị biên biển biến biện biết biệt biểu bình bỏ bổ bố bộ bồi bù buổi bước cả cá các cách cải cán cạnh cáo căn cặp',
    'cân cần cận cấp cập câu cầu cấu chào cháy chăm chặt chấm chậm chân chẩn chấn chấp chất châu chẽ chép chế chỉ chí chiến',
    'chiều chiếu chỉnh chính chịu chọn chồng chống chờ chủ chú chuẩn chủng chúng chuyên chuyển chuyện chữ chưa chữa chứa',
    'chức chứng chương có còi còn cổ cố công cổng cộng cơ cờ cụ của cục cùng củng cũng cuộc cuối cư cử cứ cửa cực cương',
    'cường cứu dài dại dạng dạy dân dẫn dấu dậy dễ dịch diễn diện dõi dục dùng dụng duyệt dữ dự dựa dựng dược dưới dương',
    'dưỡng dứt đa đà đã đại đảm đang đảng đánh đào đáo đạo đáp đạt đặc đắk đăng đặt đất đâu đầu đấu đây đầy đẩy đẻ đẹp đề',
    'để đền đến đều đi địa đích điểm điển điện điều đinh đình định đó đoàn đoạn đòi đón đóng đô đồ độ đốc độc đôi đổi đối',
    'đội đôn đông đồng động đột đời đơn đợt đủ đua đúng đưa đức đứng được đường gái gắn gần gây ghép giả giá giải giảm giám',
    'giản giáo giáp giàu giấy giỏi giờ giới giúp giữ giữa giường gói gọi gọn góp gồm gỡ gửi gương hà hạ hài hải hái hại hàm',
    'hạn hàng hạng hành hạnh hăng hằng hẹn hệ hết hiểm hiền hiện hiểu hiệu hình họ hòa hỏa hóa hoạch hoàn hoạt hoặc học hỏi',
    'họp hồ hỗ hộ hồi hội hôn hơn hợp huấn hút huyện huyết hương hưởng hướng hữu ít kèm kê kể kế kết kêu khả khá khác khám',
    'khánh khảo khắc khăn khẩn khâu khẩu khí khích khiếu khó khóa khoản khoảng khỏe khối không khống khơi khuyến kiểm kiệm',
    'kiến kiện kiểu kính kịp kỳ kỷ kỹ ký là lá lạc lại làm lãng lãnh lạt lâm lần lập lây lấy lê lề lễ lệ lệch lên lịch liên',
    'liệt liệu lĩnh loại lòng lỗi lối lồng lời lợi lớn lớp luân luận luật lục luôn lũy luyện lựa lực lưới lương lượng lượt',
    'lưu lý mà mã mại mạng mạnh máy mắc mặt mật mẫu mẽ mẹ mềm miền miệng mình mọi mô mổ mốc môi mỗi mối môn một mở mời mới',
    'mục mũi mức mực mừng mưu nại nạn nào này năm năng nặng nâng nét nên nền nêu nếu ngành ngày ngắn ngân nghèo nghề nghệ',
    'nghỉ nghị nghĩa nghiêm nghiệm nghiên nghiệp ngoài ngoại ngọc ngộ ngũ nguồn nguyên nguyễn ngữ người nhà nhằm nhân nhận',
    'nhập nhất nhật nhẹ nhiễm nhiệm nhiên nhiều nhiễu nhóm nhũng như nhựa nhưng những niêm niệm niên nói nổ nỗ nổi nối nội',
    'nông nộp nơi nữ nữa nước ổ ổn ở phá phải phạm phản pháp phát phẩm phân phần phấn phận phép phê phí phía phiên phiền',
    'phiếu phó phòng phóng phổ phố phối phù phủ phú phụ phúc phục phức phương phường quả quá quản quán quảng quân quốc quỹ',
    'quý quyền quyết rà ràng rất rèn rét riêng rõ rộng rút sách sạch sản sàng sáng sánh sáp sát sắc sắm sẵn sắp sâu sẻ sẽ',
    'sĩ siết soát sóc sót sổ số sôi sống sốt sơ sở sớm sơn suất suốt sử sự sửa sức sỹ tả tác tài tải tái tại tám tạm tảng',
    'tạo tạp tắc tăng tặng tâm tấm tân tầng tập tất tật tế tên thác thải thái tháng thành thảo tháo thắng thẩm thân thần',
    'thấp thập thật thầy thấy thể thế thêm thì thị thích thiện thiết thiểu thiếu thiệu thỏa thoại thô thôn thông thống thời',
    'thù thủ thuận thuật thúc thuê thuốc thuộc thư thứ thừa thức thực thước thương thường thưởng tích tịch tiêm tiên tiền',
    'tiễn tiến tiện tiếp tiết tiêu tiểu tìm tín tình tỉnh tính tỏa toàn toán tổ tố tốc tộc tối tôn tồn tổng tốt tờ tới trả',
    'trách trái trạm trạng trào trần trấn trận trật trẻ trễ trên trì trí trị triển triệt triệu trình trò trọng trở trợ trú',
    'trụ trúc trùng truyền trừ trữ trực trước trương trường trưởng tuân tuần túc tục tuệ tuổi tuyên tuyển tuyến tư từ tử tự',
    'từng tương tưởng tướng tượng tỷ uống ủy ứng ước ương ưu và ván vạn vào vắc văn vẫn vấn vận vật vậy về vệ vì vị việc',
    'viêm viên viện việt võ vòng vốn với vũ vụ vùng vừa vực vững vướng vượt xã xác xảy xây xét xếp xuân xuất xúc xuyên xử ý',
    'yên yết yêu yếu',
  ].flatMap((line) => line.split(' ')),
)

/** Whether a word with marked letters is common; any case, the tone mark on either letter. */
export function isCommonSyllable(word: string): boolean {
  return COMMON.has(foldText(word).toLowerCase())
}
