// Fully ruled tables: plain, narrow, wide, small, sparse, merged, nested, with lists in cells.
import { COMMUNES, decimal, grouped, INDICATORS, lot, numbered, PLACES, STAFF, TASKS } from './words.mjs'

const ALL = ['docx', 'office', 'browser']

const indicators = {
  widths: [1.2, 8.5, 2.2, 2.3, 2.3],
  align: 'clcrr',
  head: 1,
  rows: [['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện 2024', 'Kế hoạch 2025'], ...numbered(INDICATORS.slice(0, 10))],
}

const places = {
  widths: [1.2, 5, 3.4, 3.4, 3.5],
  align: 'clrrr',
  head: 1,
  rows: [
    ['STT', 'Đơn vị', 'Dân số (người)', 'Số trẻ dưới 5 tuổi', 'Số xã'],
    ...numbered(
      PLACES.map((place, i) => [
        place,
        grouped(lot(i + 1, 41000, 182000)),
        grouped(lot(i + 31, 3100, 14900)),
        String(lot(i, 7, 22)),
      ]),
    ),
    ['*Tổng cộng', '←', '*1.318.204', '*104.377', '*162'],
  ],
}

const tasks = {
  widths: [1, 6, 3.4, 3.2, 2.2, 2.7],
  align: 'clllcl',
  head: 1,
  rows: [
    ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian', 'Sản phẩm'],
    ...numbered(TASKS.slice(0, 6)),
  ],
}

const narrow = {
  widths: [0.9, 2.2, 1.3, 1.2, 1.25, 1.2, 1.4],
  align: 'clccccr',
  head: 1,
  size: 12,
  rows: [
    ['TT', 'Tên trạm y tế xã', 'Đơn vị tính', 'Nhân viên y tế', 'Trẻ được uống thuốc', 'Thời gian', 'Kinh phí (đồng)'],
    ...numbered(
      COMMUNES.slice(0, 6).map((name, i) => [
        name.replace('Xã', 'Trạm Y tế xã'),
        i % 2 ? 'trẻ/năm' : 'lượt người',
        String(lot(i, 4, 9)),
        grouped(lot(i + 7, 900, 9800)),
        i % 2 ? 'Tháng 11 - 12' : 'Quý III, quý IV',
        grouped(lot(i + 3, 11000000, 98000000)),
      ]),
    ),
  ],
}

const sparse = {
  widths: [1.2, 6.3, 2, 2.2, 2.2, 2.6],
  align: 'clcccl',
  head: 1,
  rows: [
    ['TT', 'Chỉ tiêu giám sát', 'ĐVT', 'Năm 2024', 'Năm 2025', 'Ghi chú'],
    ['1', 'Số ca mắc sốt xuất huyết', 'ca', '1.204', '-', ''],
    ['2', 'Số ca tử vong do sốt xuất huyết', '"', '-', '0', ''],
    ['3', 'Số ổ dịch được xử lý', 'ổ dịch', '', '100%', 'Trong vòng 48 giờ'],
    ['', '- Trong đó: ổ dịch nhỏ', '"', '', '"', ''],
    ['', '- Ổ dịch lớn', 'nt', '', 'nt', ''],
    ['4', 'Số mẫu xét nghiệm', 'mẫu', '86', '', ''],
    ['5', 'Dự phòng', '', '', '', ''],
    ['6', 'Khác', '…', '…', '…', '…'],
  ],
}

const wide = {
  widths: [0.9, 3.6, ...Array(12).fill(1.45), 1.9],
  align: `cl${'r'.repeat(13)}`,
  head: 1,
  size: 10,
  rows: [
    ['TT', 'Đơn vị', ...Array.from({ length: 12 }, (_, i) => `Tháng ${i + 1}`), 'Cả năm'],
    ...numbered(
      PLACES.slice(0, 9).map((place, p) => {
        const months = Array.from({ length: 12 }, (_, i) => lot(p * 12 + i, 2, 240))
        return [place, ...months.map(String), grouped(months.reduce((sum, count) => sum + count, 0))]
      }),
    ),
  ],
}

const merged = {
  widths: [1.2, 4, 6.5, 2.2, 2.6],
  align: 'cllcl',
  head: 1,
  rows: [
    ['TT', 'Địa bàn', 'Hoạt động', 'Số lượt', 'Người phụ trách'],
    ['1', 'Huyện Tân Thượng', 'Khám sức khỏe người cao tuổi', '1.200', 'Lê Thị Hạnh'],
    ['↑', '↑', 'Tẩy giun cho học sinh tiểu học', '3.450', '↑'],
    ['↑', '↑', 'Khám sàng lọc lao', '800', 'Y Thoa Niê'],
    ['2', 'Huyện Phú Lộc', 'Tiêm vắc xin phòng bạch hầu', '950', '↑'],
    ['↑', '↑', 'Cấp vitamin A', '2.100', 'Đỗ Hữu Ước'],
    ['3', 'Huyện Kỳ Sơn', 'Truyền thông tại chợ phiên', '24', 'Trần Văn Khoát'],
    ['4', 'Các huyện còn lại', 'Giám sát côn trùng', '60', '↑'],
  ],
}

const schedule = {
  widths: [3, 2.2, 5.6, 5.7],
  align: 'ccll',
  head: 1,
  rows: [
    ['Ngày', 'Buổi', 'Nội dung', 'Địa điểm'],
    ['Thứ Hai\n(03/3)', 'Sáng', 'Làm việc với Trung tâm Y tế', 'Hội trường Trung tâm Y tế huyện Phú Lộc'],
    ['↑', 'Chiều', 'Kiểm tra 02 trạm y tế', 'Xã An Hòa, xã Mỹ Đức'],
    ['Thứ Ba\n(04/3)', 'Sáng', 'Kiểm tra bếp ăn', 'Trường nội trú huyện'],
    ['↑', 'Chiều', 'Họp đoàn, thống nhất biên bản', '↑'],
    ['Thứ Tư\n(05/3)', 'Cả ngày', 'Làm việc tại huyện Kỳ Sơn', 'Ủy ban nhân dân huyện'],
  ],
}

const lists = {
  widths: [1.2, 4.2, 7.6, 3.5],
  align: 'clll',
  head: 1,
  rows: [
    ['TT', 'Nhiệm vụ', 'Hoạt động cụ thể', 'Kết quả'],
    ['1', 'Phòng, chống dịch', '- Giám sát tại cửa khẩu;\n- Xử lý triệt để các ổ dịch mới phát sinh trên địa bàn, không để lan rộng;\n- Dự trữ hóa chất.', '- 100% ổ dịch được xử lý;\n- Không có tử vong.'],
    ['2', 'Khám, chữa bệnh', '• Cải tiến quy trình khám bệnh\n• Giảm thời gian chờ dưới 2 giờ', '80% người bệnh hài lòng'],
    ['3', 'Dân số', '+ Tư vấn tiền hôn nhân\n+ Sàng lọc trước sinh cho ít nhất 60% phụ nữ mang thai\n+ Sàng lọc sơ sinh', '60%'],
    ['4', 'Tài chính', 'a) Dự toán năm 2025;\nb) Quyết toán năm 2024 trước ngày 31/3.', 'Báo cáo được duyệt'],
  ],
} // biome-ignore format: a row a line

const nested = {
  widths: [1.2, 4.3, 8, 3],
  align: 'clll',
  head: 1,
  rows: [
    ['TT', 'Đơn vị', 'Nhân lực', 'Ghi chú'],
    [
      '1',
      'Bệnh viện Đa khoa tỉnh',
      {
        words: 'Hiện có:',
        table: { widths: [4, 2.5], align: 'lc', rows: [['Bác sĩ', '64'], ['Điều dưỡng', '151'], ['Hộ sinh', '22']] }, // biome-ignore format: small
      },
      'Thiếu 12 bác sĩ',
    ],
    ['2', 'Bệnh viện Y học cổ truyền', 'Bác sĩ: 18; điều dưỡng: 37', ''],
    [
      '3',
      'Trung tâm Kiểm soát bệnh tật',
      {
        words: 'Theo khoa:',
        table: {
          widths: [3.2, 2, 2],
          align: 'lcc',
          rows: [
            ['Khoa', 'Có', 'Cần'],
            ['Xét nghiệm', '9', '12'],
          ],
        },
      },
      'Tuyển thêm',
    ],
  ],
}

const small = [
  { widths: [5, 5], align: 'lc', rows: [['Số trạm y tế', '162'], ['Số giường bệnh', '3.410']] },
  { widths: [4, 8], align: 'cl', head: 1, rows: [['Ngày', 'Công việc'], ['12/4', 'Họp Ban Chỉ đạo']] },
  { widths: [2, 3, 3], align: 'ccc', rows: [['Đợt', 'Từ ngày', 'Đến ngày'], ['I', '01/6', '15/6']] },
] // biome-ignore format: small

const numbersLeft = { ...places, align: 'cllll', rows: places.rows.slice(0, 7) }
const numbersMiddle = { ...places, align: 'clccc', rows: places.rows.slice(0, 7) }
const money = {
  widths: [1.2, 7, 2, 2, 2, 2.8],
  align: 'clcrrr',
  head: 1,
  rows: [
    ['TT', 'Nội dung chi', 'Đơn vị', 'Số lượng', 'Đơn giá', 'Thành tiền'],
    ...numbered(
      ['In tờ rơi tuyên truyền', 'Thuê hội trường', 'Nước uống đại biểu', 'Bồi dưỡng báo cáo viên', 'Công tác phí'].map(
        (name, i) => {
          const [count, price] = [lot(i + 2, 3, 2400), lot(i + 5, 2, 900) * 1000]
          return [name, ['tờ', 'buổi', 'người', 'buổi', 'ngày'][i], grouped(count), grouped(price), grouped(count * price)]
        },
      ),
    ),
    ['*Cộng', '←', '←', '←', '←', '*1.406.332.000'],
    ['(Bằng chữ: Một tỷ bốn trăm lẻ sáu triệu ba trăm ba mươi hai nghìn đồng)', '←', '←', '←', '←', '←'],
  ],
}

const shares = {
  widths: [1.2, 7.3, 2.6, 2.6, 2.8],
  align: 'clccc',
  head: 1,
  rows: [
    ['TT', 'Tên chỉ tiêu', 'Kế hoạch', 'Thực hiện', 'So với kế hoạch (%)'],
    ['1', '2', '3', '4', '5=4/3'],
    ...numbered(
      INDICATORS.slice(5, 12).map(([name], i) => {
        const [plan, done] = [lot(i + 40, 40, 99), lot(i + 50, 40, 99)]
        return [name, String(plan), String(done), decimal((100 * done) / plan)]
      }),
    ),
  ],
}

export const RULED = [
  { slug: 'chi-tieu', kind: 'ruled', formats: ALL, blocks: ['Các chỉ tiêu chủ yếu năm 2025 như sau:', indicators, 'Các đơn vị căn cứ chỉ tiêu trên để xây dựng kế hoạch.'] },
  { slug: 'giao-ke-hoach', kind: 'ruled', formats: ALL, blocks: [{ words: 'PHỤ LỤC I', align: 'c', bold: true }, { words: 'Dân số và số trẻ em theo huyện', align: 'c' }, places] },
  { slug: 'nhiem-vu', kind: 'ruled', formats: ALL, blocks: ['Phân công nhiệm vụ cụ thể cho các đơn vị trực thuộc:', tasks] },
  { slug: 'cot-hep', kind: 'narrow columns', formats: ALL, blocks: ['Danh sách trạm y tế được hỗ trợ:', narrow] },
  { slug: 'o-trong', kind: 'empty cells', formats: ALL, blocks: [sparse] },
  { slug: 'mot-nam-12-thang', kind: 'wide', formats: ALL, page: 'landscape', blocks: [{ words: 'Số lượt khám theo tháng', align: 'c', bold: true }, wide] },
  { slug: 'gop-dong', kind: 'vertical merges', formats: ALL, blocks: [merged, 'Lịch làm việc của đoàn kiểm tra:', schedule] },
  { slug: 'gach-dau-dong', kind: 'lists in cells', formats: ALL, blocks: ['Nội dung thực hiện:', lists] },
  { slug: 'bang-long-nhau', kind: 'nested', formats: ALL, blocks: [nested] },
  { slug: 'bang-nho', kind: 'small', formats: ALL, blocks: small.flatMap((table, i) => [`Bảng số ${i + 1} nêu số liệu của đơn vị:`, table]) },
  { slug: 'can-so', kind: 'aligned numbers', formats: ALL, blocks: ['Số liệu căn trái:', numbersLeft, 'Số liệu căn giữa:', numbersMiddle, 'Dự toán kinh phí:', money] },
  { slug: 'so-cot', kind: 'column numbers', formats: ALL, blocks: [shares, 'Đoàn kiểm tra gồm:', { widths: [1.2, 5, 5, 5], align: 'clll', head: 1, rows: [['STT', 'Họ và tên', 'Trình độ', 'Nhiệm vụ'], ['(1)', '(2)', '(3)', '(4)'], ...numbered(STAFF)] }] },
] // biome-ignore format: a paper a line
