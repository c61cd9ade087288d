// Plans become the table of documents: a row each, with what the head of the paper says.
import type { Plan, Section } from '../../model/plan.ts'
import { wholeDayOf, yearOf } from '../../text/edtf.ts'
import { columnsOf, tableOf } from './column.ts'
import { type OfPlan, planId, sourcePath } from './shared.ts'

const header = columnsOf<OfPlan>('header')
const source = columnsOf<OfPlan>('source')
const province = columnsOf<OfPlan>('header.province')
const issuer = columnsOf<OfPlan>('header.issuer')
const signer = columnsOf<OfPlan>('header.signer')
const own = columnsOf<OfPlan>('')

const lines = (items: readonly string[]) => (items.length > 0 ? items.join('\n') : null)

function count(sections: readonly Section[]): number {
  return sections.reduce((sum, { children }) => sum + 1 + count(children), 0)
}

export const documents = tableOf<OfPlan>({
  name: 'documents',
  title: { vi: 'Văn bản', en: 'Documents' },
  about: { vi: 'Mỗi kế hoạch một hàng: phần đầu, phần ký và tệp nguồn.', en: 'A row a plan: its head, its signer and its file.' },
  key: ['planId'],
  foreignKeys: [],
  records: (plan: Plan) => [{ plan }],
  columns: [
    planId,
    province.text(
      'province',
      ['Tỉnh', 'Province'],
      'Tên lúc ban hành, không có chữ Tỉnh, Thành phố.',
      (r) => r.plan.header.province?.name ?? null,
      { from: 'header.province.name' },
    ),
    province.text(
      'provinceCode',
      ['Mã tỉnh', 'Province code'],
      'Mã hai chữ số lúc ban hành (Tổng cục Thống kê).',
      (r) => r.plan.header.province?.code ?? null,
      { from: 'header.province.code' },
    ),
    province.text(
      'currentProvince',
      ['Tỉnh hiện nay', 'Province today'],
      'Tên tỉnh mà nơi ấy nay thuộc về.',
      (r) => r.plan.header.province?.currentName ?? null,
      { from: 'header.province.currentName' },
    ),
    province.text(
      'currentProvinceCode',
      ['Mã tỉnh hiện nay', 'Province code today'],
      'Mã của tỉnh mà nơi ấy nay thuộc về.',
      (r) => r.plan.header.province?.currentCode ?? null,
      { from: 'header.province.currentCode' },
    ),
    header.whole(
      'year',
      ['Năm', 'Year'],
      'Năm mà kế hoạch áp dụng: năm cuối cùng ghi trong tên văn bản, nếu không có thì năm ban hành.',
      (r) => r.plan.header.year,
    ),
    header.text(
      'documentType',
      ['Loại văn bản', 'Type'],
      'Loại văn bản, viết liền không dấu: ke-hoach, cong-van, quyet-dinh …',
      (r) => r.plan.header.documentType,
    ),
    header.text(
      'number',
      ['Số ký hiệu', 'Number'],
      'Số ký hiệu như in, bỏ khoảng trắng; chỉ phần đọc được nếu phần còn lại để trống.',
      (r) => r.plan.header.number,
    ),
    header.text(
      'issuedOn',
      ['Ngày ban hành (EDTF)', 'Issued (EDTF)'],
      'Ngày ban hành, phần đọc được; phần không rõ là X.',
      (r) => r.plan.header.issuedOn,
      { isEdtf: true },
    ),
    header.day(
      'issuedDay',
      ['Ngày ban hành', 'Day of issue'],
      'Ngày ban hành khi đủ ngày, tháng, năm; nếu không thì trống.',
      (r) => wholeDayOf(r.plan.header.issuedOn),
      { en: 'The day of issue where it is whole; else empty.' },
    ),
    header.whole(
      'issuedYear',
      ['Năm ban hành', 'Year of issue'],
      'Năm của ngày ban hành.',
      (r) => yearOf(r.plan.header.issuedOn),
      { en: 'The year of the date of issue.' },
    ),
    header.text('title', ['Trích yếu', 'Title'], 'Trích yếu, không có tên loại.', (r) => r.plan.header.title),
    header.text('theme', ['Chủ đề', 'Theme'], 'Chủ đề của kế hoạch hay đợt, bỏ ngoặc kép.', (r) => r.plan.header.theme),
    issuer.text(
      'issuer',
      ['Cơ quan ban hành', 'Issuer'],
      'Cơ quan ban hành, không kèm tên tỉnh.',
      (r) => r.plan.header.issuer?.name ?? null,
      { from: 'header.issuer.name' },
    ),
    issuer.text(
      'issuerParent',
      ['Cơ quan chủ quản', 'Parent body'],
      'Cơ quan in phía trên cơ quan ban hành.',
      (r) => r.plan.header.issuer?.parent ?? null,
      { from: 'header.issuer.parent' },
    ),
    issuer.text(
      'issuerLevel',
      ['Cấp ban hành', 'Level of issuer'],
      'department: sở; district-centre: trung tâm y tế huyện; hospital: bệnh viện; committee: ủy ban nhân dân; ministry: bộ; other: khác.',
      (r) => r.plan.header.issuer?.level ?? null,
      { from: 'header.issuer.level' },
    ),
    header.text(
      'coIssuers',
      ['Cơ quan cùng ban hành', 'Co-issuers'],
      'Các cơ quan cùng ban hành, mỗi cơ quan một dòng.',
      (r) => lines(r.plan.header.coIssuers.map(({ name }) => name)),
      { en: 'The other issuers of a joint plan, a line each.' },
    ),
    header.text('place', ['Địa danh', 'Place'], 'Địa danh ở dòng ngày tháng.', (r) => r.plan.header.place),
    header.text(
      'urgency',
      ['Độ khẩn', 'Urgency'],
      'Dấu độ khẩn như in: KHẨN, THƯỢNG KHẨN, HỎA TỐC.',
      (r) => r.plan.header.urgency,
    ),
    header.text('secrecy', ['Độ mật', 'Secrecy'], 'Dấu độ mật như in: MẬT, TỐI MẬT, TUYỆT MẬT.', (r) => r.plan.header.secrecy),
    signer.text('signer', ['Người ký', 'Signer'], 'Tên người ký.', (r) => r.plan.header.signer?.name ?? null, {
      from: 'header.signer.name',
    }),
    signer.text(
      'signerPosition',
      ['Chức vụ', 'Position'],
      'Chức vụ của người ký như in.',
      (r) => r.plan.header.signer?.position ?? null,
      { from: 'header.signer.position' },
    ),
    signer.text(
      'signerOnBehalfOf',
      ['Ký thay', 'On behalf of'],
      'Dòng quyền hạn phía trên chức vụ: KT., TM., TL., TUQ.',
      (r) => r.plan.header.signer?.onBehalfOf ?? null,
      { from: 'header.signer.onBehalfOf' },
    ),
    header.text(
      'addressees',
      ['Kính gửi', 'Addressees'],
      'Các nơi ở dòng Kính gửi, mỗi nơi một dòng.',
      (r) => lines(r.plan.header.addressees),
      { en: 'Kính gửi: the bodies that it is addressed to, a line each.' },
    ),
    header.text(
      'distribution',
      ['Nơi nhận', 'Distribution'],
      'Các dòng của Nơi nhận.',
      (r) => lines(r.plan.header.distribution),
      { en: 'Nơi nhận: its entries, a line each.' },
    ),
    own.whole(
      'sectionCount',
      ['Số mục', 'Sections'],
      'Số hàng của văn bản này trong bảng các mục.',
      (r) => count(r.plan.sections),
      { en: 'How many rows it has in the table of sections.' },
    ),
    own.whole(
      'indicatorCount',
      ['Số chỉ tiêu', 'Indicators'],
      'Số hàng của văn bản này trong bảng chỉ tiêu.',
      (r) => r.plan.indicators.length,
      { en: 'How many rows it has in the table of indicators.' },
    ),
    own.whole(
      'warningCount',
      ['Số cảnh báo', 'Warnings'],
      'Số thông báo mà người dùng nên xem lại.',
      (r) => r.plan.messages.filter(({ severity }) => severity === 'warning').length,
      { en: 'How many of its messages a person should look at.' },
    ),
    source.whole(
      'pageCount',
      ['Số trang', 'Pages'],
      'Số trang của tệp; trống nếu định dạng không chia trang.',
      (r) => r.plan.source.pages.length || null,
      { en: 'Pages of the file; empty where the format has none.' },
    ),
    source.text(
      'mediaType',
      ['Định dạng', 'Media type'],
      'Định dạng nhận ra từ nội dung tệp, không từ đuôi tên.',
      (r) => r.plan.source.mediaType,
    ),
    source.text(
      'textOrigin',
      ['Nguồn chữ', 'Origin of the words'],
      'text-layer: lớp chữ của PDF; ocr: nhận dạng; mixed: cả hai; document: tệp soạn thảo; plain: văn bản thường.',
      (r) => r.plan.source.textOrigin,
    ),
    source.text('encoding', ['Bảng mã', 'Encoding'], 'Bảng mã của chữ, khi phải giải mã.', (r) => r.plan.source.encoding),
    source.whole('bytes', ['Số byte', 'Bytes'], 'Độ dài của tệp.', (r) => r.plan.source.bytes, { unit: 'byte' }),
    source.text('sha256', ['SHA-256', 'SHA-256'], 'Giá trị băm SHA-256 của tệp, thập lục phân.', (r) => r.plan.source.sha256),
    sourcePath,
    source.text(
      'kehoachVersion',
      ['Phiên bản kehoach', 'Version of kehoach'],
      'Phiên bản chương trình đã đọc tệp.',
      (r) => r.plan.source.producedBy.kehoach,
      { from: 'source.producedBy.kehoach' },
    ),
  ],
})
