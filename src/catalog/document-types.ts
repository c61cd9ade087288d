// Kinds of documents: names and abbreviations (Decree 30/2020/NĐ-CP, annex III; legislative and Party documents besides).

export type DocumentType = { slug: string; name: string; abbreviations: readonly string[] }

export const DOCUMENT_TYPES: readonly DocumentType[] = [
  { slug: 'ke-hoach', name: 'kế hoạch', abbreviations: ['KH'] },
  { slug: 'cong-van', name: 'công văn', abbreviations: ['CV'] },
  { slug: 'quyet-dinh', name: 'quyết định', abbreviations: ['QĐ'] },
  { slug: 'chi-thi', name: 'chỉ thị', abbreviations: ['CT'] },
  { slug: 'nghi-quyet-lien-tich', name: 'nghị quyết liên tịch', abbreviations: ['NQLT'] },
  { slug: 'nghi-quyet', name: 'nghị quyết', abbreviations: ['NQ'] },
  { slug: 'nghi-dinh', name: 'nghị định', abbreviations: ['NĐ'] },
  { slug: 'thong-tu-lien-tich', name: 'thông tư liên tịch', abbreviations: ['TTLT'] },
  { slug: 'thong-tu', name: 'thông tư', abbreviations: ['TT'] },
  { slug: 'thong-bao', name: 'thông báo', abbreviations: ['TB'] },
  { slug: 'thong-tri', name: 'thông tri', abbreviations: ['TTri'] },
  { slug: 'thong-cao', name: 'thông cáo', abbreviations: ['TC'] },
  { slug: 'huong-dan', name: 'hướng dẫn', abbreviations: ['HD'] },
  { slug: 'chuong-trinh', name: 'chương trình', abbreviations: ['CTr', 'CTR'] },
  { slug: 'chuong-trinh-phoi-hop', name: 'chương trình phối hợp', abbreviations: ['CTPH', 'CTrPH'] },
  { slug: 'ke-hoach-lien-tich', name: 'kế hoạch liên tịch', abbreviations: ['KHLT'] },
  { slug: 'phuong-an', name: 'phương án', abbreviations: ['PA'] },
  { slug: 'de-an', name: 'đề án', abbreviations: ['ĐA'] },
  { slug: 'du-an', name: 'dự án', abbreviations: ['DA'] },
  { slug: 'bao-cao', name: 'báo cáo', abbreviations: ['BC'] },
  { slug: 'bien-ban', name: 'biên bản', abbreviations: ['BB'] },
  { slug: 'to-trinh', name: 'tờ trình', abbreviations: ['TTr', 'TTR'] },
  { slug: 'hop-dong', name: 'hợp đồng', abbreviations: ['HĐ'] },
  { slug: 'cong-dien', name: 'công điện', abbreviations: ['CĐ'] },
  { slug: 'quy-che', name: 'quy chế', abbreviations: ['QC'] },
  { slug: 'quy-dinh', name: 'quy định', abbreviations: ['QyĐ', 'QĐi'] },
  { slug: 'ket-luan', name: 'kết luận', abbreviations: ['KL'] },
  { slug: 'chien-luoc', name: 'chiến lược', abbreviations: ['CL'] },
  { slug: 'phat-dong', name: 'phát động', abbreviations: [] },
  { slug: 'giao-uoc-thi-dua', name: 'giao ước thi đua', abbreviations: [] },
  { slug: 'giay-moi', name: 'giấy mời', abbreviations: ['GM'] },
  { slug: 'giay-uy-quyen', name: 'giấy ủy quyền', abbreviations: ['GUQ'] },
  { slug: 'phieu-chuyen', name: 'phiếu chuyển', abbreviations: ['PC'] },
  { slug: 'lich', name: 'lịch công tác', abbreviations: [] },
  { slug: 'bo-luat', name: 'bộ luật', abbreviations: [] },
  { slug: 'luat', name: 'luật', abbreviations: [] },
  { slug: 'phap-lenh', name: 'pháp lệnh', abbreviations: ['PL'] },
  { slug: 'lenh', name: 'lệnh', abbreviations: ['L'] },
]

const BY_NAME = new Map(DOCUMENT_TYPES.map((type) => [type.name, type]))
const BY_ABBREVIATION = new Map(
  DOCUMENT_TYPES.flatMap((type) => type.abbreviations.map((abbreviation) => [abbreviation.toUpperCase(), type] as const)),
)

/** The type of a printed name, whatever its case; pass folded text. */
export function typeByName(name: string): DocumentType | null {
  return BY_NAME.get(name.toLowerCase().replace(/\s+/g, ' ').trim()) ?? null
}

/** The type of an abbreviation in a document number: KH, QĐ, CTr. TT and TTr differ. */
export function typeByAbbreviation(abbreviation: string): DocumentType | null {
  return BY_ABBREVIATION.get(abbreviation.toUpperCase()) ?? null
}

/** Names that can stand as a printed title, longest first. */
export const TYPE_NAMES: readonly string[] = DOCUMENT_TYPES.map((type) => type.name).sort((a, b) => b.length - a.length)

/** What a person calls a type: “Kế hoạch”; in English its slug. */
export function typeLabel(slug: string | null, language: 'vi' | 'en'): string | null {
  const name = language === 'vi' ? DOCUMENT_TYPES.find((type) => type.slug === slug)?.name : null
  return name ? name[0]!.toUpperCase() + name.slice(1) : slug
}
