// Cited acts become the table of references, the places that name them the table of mentions.
import type { LegalReference, Mention } from '../../model/plan.ts'
import { yearOf } from '../../text/edtf.ts'
import { columnsOf, tableOf } from './column.ts'
import { counted, type Found, HEAD, OF_DOCUMENT, OF_SECTION, ordinal, sectionId, sourcePath, TAIL } from './shared.ts'

type Row = Found<LegalReference>
type Place = Found<Mention> & { reference: LegalReference }

const { text, whole, flag } = columnsOf<Row>('legalReferences')
const act = columnsOf<Row>('legalReferences.act')
const mention = columnsOf<Place>('legalReferences.mentions')

export const references = tableOf<Row>({
  name: 'references',
  title: { vi: 'Văn bản viện dẫn', en: 'References' },
  about: {
    vi: 'Các văn bản mà kế hoạch viện dẫn, mỗi văn bản một hàng.',
    en: 'The acts and documents that a plan cites, a row each.',
  },
  key: ['planId', 'referenceId'],
  foreignKeys: [OF_DOCUMENT],
  records: (plan) => counted(plan, plan.legalReferences),
  columns: [
    ...HEAD,
    text('referenceId', ['Mã trong văn bản', 'Reference id'], 'ref-1, ref-2 … theo thứ tự viện dẫn lần đầu.', (r) => r.item.id, {
      from: 'legalReferences.id',
    }),
    text('referenceKey', ['Khóa', 'Key'], 'Số ký hiệu bỏ khoảng trắng; loại và tên nếu không có số.', (r) => r.item.key, {
      from: 'legalReferences.key',
    }),
    text('type', ['Loại', 'Type'], 'Loại văn bản, viết liền không dấu: luat, nghi-quyet, quyet-dinh …', (r) => r.item.type),
    text('number', ['Số ký hiệu', 'Number'], 'Số ký hiệu, bỏ khoảng trắng.', (r) => r.item.number),
    text('issuer', ['Cơ quan ban hành', 'Issuer'], 'Cơ quan ban hành như in ở một lần viện dẫn.', (r) => r.item.issuer),
    text('issuerCode', ['Mã cơ quan', 'Issuer code'], 'Mã cơ quan trong danh mục: BYT, TTg, UBND …', (r) => r.item.issuerCode),
    text(
      'issuedOn',
      ['Ngày ban hành (EDTF)', 'Issued (EDTF)'],
      'Ngày ban hành; chỉ có năm với luật chỉ ghi năm.',
      (r) => r.item.date,
      { from: 'legalReferences.date', isEdtf: true },
    ),
    whole('issuedYear', ['Năm ban hành', 'Year of issue'], 'Năm của ngày ban hành.', (r) => yearOf(r.item.date), {
      en: 'The year of the date of issue.',
    }),
    text('title', ['Trích yếu', 'Title'], 'Trích yếu như in ở một lần viện dẫn.', (r) => r.item.title),
    flag(
      'isBasis',
      ['Là căn cứ', 'Is basis'],
      'Có phải là căn cứ của kế hoạch không.',
      (r) => r.plan.header.legalBasis.includes(r.item.id),
      { en: 'Whether the preamble names it as a basis of the plan.' },
    ),
    whole(
      'mentionCount',
      ['Số lần viện dẫn', 'Mentions'],
      'Số hàng của nó trong bảng các lần viện dẫn.',
      (r) => r.item.mentions.length,
      { en: 'How many rows it has in the table of mentions.' },
    ),
    text('urn', ['URN', 'URN'], 'urn:lex theo RFC 9676, do chương trình tự đặt.', (r) => r.item.urn),
    act.text(
      'actKey',
      ['Mã trong danh mục', 'Key in the catalogue'],
      'Khóa của văn bản trong danh mục văn bản.',
      (r) => r.item.act?.key ?? null,
      { from: 'legalReferences.act.key' },
    ),
    act.flag(
      'isInForce',
      ['Còn hiệu lực', 'In force'],
      'Có hiệu lực vào ngày ban hành kế hoạch không; trống nếu chưa rõ.',
      (r) => r.item.act?.isInForce ?? null,
    ),
    act.text(
      'replacedBy',
      ['Thay bằng', 'Replaced by'],
      'Khóa của văn bản thay thế vào ngày ấy.',
      (r) => r.item.act?.replacedBy ?? null,
    ),
    sourcePath,
  ],
})

export const mentions = tableOf<Place>({
  name: 'mentions',
  title: { vi: 'Lần viện dẫn', en: 'Mentions' },
  about: { vi: 'Mỗi chỗ viện dẫn một văn bản là một hàng.', en: 'A row for each place that names an act.' },
  key: ['planId', 'referenceId', 'ordinal'],
  foreignKeys: [
    OF_DOCUMENT,
    { columns: ['planId', 'referenceId'], table: 'references', to: ['planId', 'referenceId'] },
    OF_SECTION,
  ],
  *records(plan) {
    for (const reference of plan.legalReferences)
      for (const found of counted(plan, reference.mentions)) yield { ...found, reference }
  },
  columns: [
    ...HEAD,
    mention.text('referenceId', ['Mã trong văn bản', 'Reference id'], 'Văn bản được viện dẫn.', (r) => r.reference.id, {
      en: 'The act that is named.',
    }),
    ordinal(),
    mention.text('referenceKey', ['Khóa', 'Key'], 'Khóa của văn bản được viện dẫn.', (r) => r.reference.key, {
      en: 'The key of that act.',
    }),
    mention.text(
      'role',
      ['Vai trò', 'Role'],
      'basis (căn cứ), implement (triển khai), amend (sửa đổi), replace (thay thế), cite (nêu).',
      (r) => r.item.role,
    ),
    sectionId(),
    ...TAIL,
  ],
})
