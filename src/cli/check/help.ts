// The help page of kehoach check.
import type { Words } from '../language.ts'

export const HELP: Words = {
  vi: `kehoach check <plan.json|tệp nguồn|out>… [--format text|json|sarif]

Chỉ ra những điểm lạ trong kế hoạch: năm cũ còn sót, văn bản đã hết hiệu lực, số mục nhảy, chỉ tiêu
trên 100 %, thiếu đơn vị tính, một chỉ tiêu hai giá trị, hạn trước ngày ban hành, tổng không khớp …

  --format text|json|sarif
                  trang đọc được (mặc định), JSON, hoặc SARIF 2.1.0
  --rules         liệt kê các quy tắc
  --only ID,…     chỉ dùng các quy tắc này
  --off ID,…      tắt các quy tắc này
  --known TỆP     bỏ qua các điểm đã biết: tệp do --format json ghi ra ở lần trước
  --strict        mã thoát 1 cả khi chỉ có lưu ý nhỏ
  --catalog TỆP   danh mục riêng (JSON); --ocr, --engine, --lexicon như kehoach ingest

Mã thoát: 0 không có cảnh báo; 1 có cảnh báo; 2 không đọc được, hoặc lệnh sai.`,
  en: `kehoach check <plan.json|source file|out>… [--format text|json|sarif]

Tells what is odd in a plan: a year left over, an act no longer in force, numbering that breaks, a target
above 100 %, a unit missing, one indicator with two values, a deadline before the issue, totals that fail …

  --format text|json|sarif
                  a page to read (default), JSON, or SARIF 2.1.0
  --rules         list the rules
  --only ID,…     these rules only
  --off ID,…      without these rules
  --known FILE    leave out what is known: a file that --format json wrote before
  --strict        exit status 1 for minor notes too
  --catalog FILE  a catalogue of your own (JSON); --ocr, --engine, --lexicon as for kehoach ingest

Exit status: 0 no warnings; 1 warnings; 2 unreadable, or wrong use.`,
}
