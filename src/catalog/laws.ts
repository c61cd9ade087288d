// Names of laws and ordinances that plans cite without a number: they hold commas and “và”, so that their end cannot be guessed.

/** As in the title of the law; commas and blanks are matched loosely. */
export const LAW_NAMES: readonly string[] = [
  'Thi đua, khen thưởng', 'Khám bệnh, chữa bệnh', 'Bảo hiểm y tế', 'Bảo hiểm xã hội', 'Dược', 'An toàn thực phẩm', 'Phòng, chống bệnh truyền nhiễm',
  'Phòng, chống tác hại của thuốc lá', 'Phòng, chống tác hại của rượu, bia', 'Phòng, chống tác hại rượu, bia', 'Phòng, chống HIV/AIDS', 'Phòng bệnh',
  'Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người', 'Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác',
  'Người cao tuổi', 'Người khuyết tật', 'Trẻ em', 'Bảo vệ, chăm sóc và giáo dục trẻ em', 'Bình đẳng giới', 'Hôn nhân và gia đình', 'Phòng, chống bạo lực gia đình',
  'Phòng, chống ma túy', 'Phòng, chống tham nhũng', 'Phòng, chống mua bán người', 'Phòng, chống thiên tai', 'Phòng thủ dân sự', 'Phòng cháy, chữa cháy',
  'Phòng cháy, chữa cháy và cứu nạn, cứu hộ', 'Thực hành tiết kiệm, chống lãng phí', 'Khiếu nại', 'Tố cáo', 'Tiếp công dân', 'Thanh tra', 'Kiểm toán nhà nước',
  'Cán bộ, công chức', 'Công chức', 'Viên chức', 'Lao động', 'An toàn, vệ sinh lao động', 'Việc làm', 'Công đoàn', 'Thanh niên', 'Dân quân tự vệ',
  'Đấu thầu', 'Đầu tư công', 'Đầu tư', 'Xây dựng', 'Đất đai', 'Nhà ở', 'Ngân sách nhà nước', 'Kế toán', 'Thống kê', 'Giá', 'Phí và lệ phí', 'Quản lý thuế',
  'Quản lý, sử dụng tài sản công', 'Doanh nghiệp', 'Hợp tác xã', 'Cạnh tranh', 'Quảng cáo', 'Bảo vệ quyền lợi người tiêu dùng', 'Chất lượng sản phẩm, hàng hóa',
  'Tiêu chuẩn và quy chuẩn kỹ thuật', 'Đo lường', 'Sở hữu trí tuệ', 'Khoa học và công nghệ', 'Chuyển giao công nghệ', 'Công nghệ thông tin', 'Giao dịch điện tử',
  'An toàn thông tin mạng', 'An ninh mạng', 'Tiếp cận thông tin', 'Bảo vệ bí mật nhà nước', 'Lưu trữ', 'Báo chí', 'Xuất bản', 'Viễn thông', 'Dữ liệu',
  'Bảo vệ môi trường', 'Hóa chất', 'Năng lượng nguyên tử', 'Tài nguyên nước', 'Thú y', 'Chăn nuôi', 'Lâm nghiệp', 'Giáo dục', 'Giáo dục đại học', 'Giáo dục nghề nghiệp',
  'Nhà giáo', 'Thể dục, thể thao', 'Du lịch', 'Di sản văn hóa', 'Giao thông đường bộ', 'Trật tự, an toàn giao thông đường bộ', 'Đường bộ', 'ATGT', 'Quốc phòng', 'An ninh quốc gia',
  'Nghĩa vụ quân sự', 'Căn cước', 'Căn cước công dân', 'Cư trú', 'Hộ tịch', 'Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam',
  'Tổ chức chính quyền địa phương', 'Tổ chức Chính phủ', 'Ban hành văn bản quy phạm pháp luật', 'Phổ biến, giáo dục pháp luật', 'Xử lý vi phạm hành chính', 'Trách nhiệm bồi thường của Nhà nước',
  'Thực hiện dân chủ ở cơ sở', 'Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân', 'Mặt trận Tổ quốc Việt Nam', 'Tín ngưỡng, tôn giáo', 'Trưng cầu ý dân',
  'Dân số', 'Hình sự', 'Dân sự', 'Tố tụng hình sự', 'Tố tụng hành chính', 'Thi hành án hình sự', 'Tương trợ tư pháp', 'Giám định tư pháp', 'Trợ giúp pháp lý',
] // biome-ignore format: a list of names
