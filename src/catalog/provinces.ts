// Provinces at a date: the 63 until 2025-06-30, the 34 since 2025-07-01, and which of the old ones each new one holds.
// Sources: General Statistics Office codes; Resolution 202/2025/QH15; Decision 19/2025/QĐ-TTg.
import { nameKey, plainLetters } from '../text/fold.ts'

export type Province = {
  code: string
  name: string
  isCity: boolean /** The province that it belongs to since 2025-07-01. */
  currentCode: string
}

/** The day on which the 34 provinces began. */
export const MERGER = '2025-07-01'

const UNTIL_MERGER: readonly (readonly [code: string, name: string, isCity: boolean, currentCode: string])[] = [
  ['01', 'Hà Nội', true, '01'],
  ['02', 'Hà Giang', false, '08'],
  ['04', 'Cao Bằng', false, '04'],
  ['06', 'Bắc Kạn', false, '19'],
  ['08', 'Tuyên Quang', false, '08'],
  ['10', 'Lào Cai', false, '15'],
  ['11', 'Điện Biên', false, '11'],
  ['12', 'Lai Châu', false, '12'],
  ['14', 'Sơn La', false, '14'],
  ['15', 'Yên Bái', false, '15'],
  ['17', 'Hòa Bình', false, '25'],
  ['19', 'Thái Nguyên', false, '19'],
  ['20', 'Lạng Sơn', false, '20'],
  ['22', 'Quảng Ninh', false, '22'],
  ['24', 'Bắc Giang', false, '24'],
  ['25', 'Phú Thọ', false, '25'],
  ['26', 'Vĩnh Phúc', false, '25'],
  ['27', 'Bắc Ninh', false, '24'],
  ['30', 'Hải Dương', false, '31'],
  ['31', 'Hải Phòng', true, '31'],
  ['33', 'Hưng Yên', false, '33'],
  ['34', 'Thái Bình', false, '33'],
  ['35', 'Hà Nam', false, '37'],
  ['36', 'Nam Định', false, '37'],
  ['37', 'Ninh Bình', false, '37'],
  ['38', 'Thanh Hóa', false, '38'],
  ['40', 'Nghệ An', false, '40'],
  ['42', 'Hà Tĩnh', false, '42'],
  ['44', 'Quảng Bình', false, '44'],
  ['45', 'Quảng Trị', false, '44'],
  ['46', 'Huế', true, '46'],
  ['48', 'Đà Nẵng', true, '48'],
  ['49', 'Quảng Nam', false, '48'],
  ['51', 'Quảng Ngãi', false, '51'],
  ['52', 'Bình Định', false, '52'],
  ['54', 'Phú Yên', false, '66'],
  ['56', 'Khánh Hòa', false, '56'],
  ['58', 'Ninh Thuận', false, '56'],
  ['60', 'Bình Thuận', false, '68'],
  ['62', 'Kon Tum', false, '51'],
  ['64', 'Gia Lai', false, '52'],
  ['66', 'Đắk Lắk', false, '66'],
  ['67', 'Đắk Nông', false, '68'],
  ['68', 'Lâm Đồng', false, '68'],
  ['70', 'Bình Phước', false, '75'],
  ['72', 'Tây Ninh', false, '80'],
  ['74', 'Bình Dương', false, '79'],
  ['75', 'Đồng Nai', false, '75'],
  ['77', 'Bà Rịa - Vũng Tàu', false, '79'],
  ['79', 'Hồ Chí Minh', true, '79'],
  ['80', 'Long An', false, '80'],
  ['82', 'Tiền Giang', false, '82'],
  ['83', 'Bến Tre', false, '86'],
  ['84', 'Trà Vinh', false, '86'],
  ['86', 'Vĩnh Long', false, '86'],
  ['87', 'Đồng Tháp', false, '82'],
  ['89', 'An Giang', false, '91'],
  ['91', 'Kiên Giang', false, '91'],
  ['92', 'Cần Thơ', true, '92'],
  ['93', 'Hậu Giang', false, '92'],
  ['94', 'Sóc Trăng', false, '92'],
  ['95', 'Bạc Liêu', false, '96'],
  ['96', 'Cà Mau', false, '96'],
]

const SINCE_MERGER: readonly (readonly [code: string, name: string, isCity: boolean])[] = [
  ['01', 'Hà Nội', true],
  ['04', 'Cao Bằng', false],
  ['08', 'Tuyên Quang', false],
  ['11', 'Điện Biên', false],
  ['12', 'Lai Châu', false],
  ['14', 'Sơn La', false],
  ['15', 'Lào Cai', false],
  ['19', 'Thái Nguyên', false],
  ['20', 'Lạng Sơn', false],
  ['22', 'Quảng Ninh', false],
  ['24', 'Bắc Ninh', false],
  ['25', 'Phú Thọ', false],
  ['31', 'Hải Phòng', true],
  ['33', 'Hưng Yên', false],
  ['37', 'Ninh Bình', false],
  ['38', 'Thanh Hóa', false],
  ['40', 'Nghệ An', false],
  ['42', 'Hà Tĩnh', false],
  ['44', 'Quảng Trị', false],
  ['46', 'Huế', true],
  ['48', 'Đà Nẵng', true],
  ['51', 'Quảng Ngãi', false],
  ['52', 'Gia Lai', false],
  ['56', 'Khánh Hòa', false],
  ['66', 'Đắk Lắk', false],
  ['68', 'Lâm Đồng', false],
  ['75', 'Đồng Nai', false],
  ['79', 'Hồ Chí Minh', true],
  ['80', 'Tây Ninh', false],
  ['82', 'Đồng Tháp', false],
  ['86', 'Vĩnh Long', false],
  ['91', 'An Giang', false],
  ['92', 'Cần Thơ', true],
  ['96', 'Cà Mau', false],
]

/** Other spellings; marks and dashes are ignored in the look-up. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  'Hồ Chí Minh': ['TP HCM', 'TPHCM', 'HCM', 'Thành phố HCM', 'Sài Gòn'],
  Huế: ['Thừa Thiên Huế', 'Thừa Thiên - Huế', 'TT Huế', 'T.T. Huế'],
  'Bà Rịa - Vũng Tàu': ['Bà Rịa Vũng Tàu', 'BRVT', 'BR-VT'],
  'Đắk Lắk': ['Đăk Lăk', 'Đắc Lắc', 'Dak Lak', 'Daklak', 'Đắklắk'],
  'Đắk Nông': ['Đăk Nông', 'Đắc Nông', 'Dak Nong'],
  'Kon Tum': ['Kontum', 'Công Tum'],
  'Bắc Kạn': ['Bắc Cạn'],
}

export const PROVINCES: readonly Province[] = UNTIL_MERGER.map(([code, name, isCity, currentCode]) => ({
  code,
  name,
  isCity,
  currentCode,
}))

const CURRENT = new Map(SINCE_MERGER.map(([code, name, isCity]) => [code, { code, name, isCity, currentCode: code }]))

const BY_NAME = new Map<string, Province>()
for (const province of PROVINCES) {
  for (const name of [province.name, ...(VARIANTS[province.name] ?? [])]) BY_NAME.set(placeKey(name), province)
}
const CURRENT_BY_NAME = new Map([...CURRENT.values()].map((province) => [placeKey(province.name), province]))

/** The province of a printed name (with or without Tỉnh, Thành phố) on a day, or null. `date` is EDTF or null; unknown parts count as early. */
export function findProvince(printed: string, date: string | null): Province | null {
  const key = placeKey(printed)
  const current = date !== null && date.replaceAll('X', '0') >= MERGER ? CURRENT_BY_NAME.get(key) : undefined
  return current ?? BY_NAME.get(key) ?? null
}

/** The province that a province belongs to since 2025-07-01. */
export function provinceToday(province: Province): Province {
  return CURRENT.get(province.currentCode) ?? province
}

/** Every province name that folded text holds, in order of place; “hòa bình” in lower case is peace, not a province. */
export function provincesIn(text: string): { index: number; name: string }[] {
  return [...text.matchAll(NAMES)]
    .filter((found) => !/(?:^|\s)\p{Ll}/u.test(found[0]))
    .map((found) => ({ index: found.index, name: found[0] }))
}

const NAMES = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[...PROVINCES.map((province) => province.name), ...Object.values(VARIANTS).flat()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s*-\s*/g, '\\s*[-–]\\s*'))
    .join('|')})(?![\\p{L}\\p{M}])`,
  'giu',
)

function placeKey(printed: string): string {
  return plainLetters(nameKey(printed))
    .replace(/[\s\-–.]+/g, ' ')
    .replace(/^(?:tinh|thanh pho|tp) /, '')
    .replace(/ /g, '')
}
