// The number or the name of an act becomes its time in force and, on a day, whether it held; no words, the whole registry.
import { NONE, type Page } from './page.ts'

export const actsPage: Page = ({ words, date }, { acts, registry }, language) => {
  const found = words === '' ? acts : [registry.byKey(words) ?? registry.byName(words, date)].flatMap((act) => act ?? [])
  const data = found.map((act) => {
    const { isInForce, replacement } = registry.on(act, date)
    return { ...act, onDay: date === null ? null : { date, isInForce, replacement: replacement?.key ?? null } }
  })
  return {
    data,
    columns: HEADS[language].map((head, i) => (i === 1 ? { head, isElastic: true } : { head })),
    rows: data.map(({ key, name, about, from, issued, to, replacedBy, confidence, onDay }) => [
      key,
      name ?? about,
      from ?? (issued ? `(${issued})` : NONE),
      to ?? NONE,
      onDay?.replacement ?? replacedBy ?? NONE,
      confidence,
      onDay === null ? NONE : HOLDS[language][onDay.isInForce === null ? 2 : onDay.isInForce ? 0 : 1]!,
    ]),
    isFound: data.length > 0,
  }
}

const HEADS = {
  vi: ['Số', 'Tên', 'Hiệu lực từ', 'Đến', 'Thay bằng', 'Tin cậy', 'Ngày tra'],
  en: ['Number', 'Name', 'In force from', 'To', 'Replaced by', 'Trust', 'On the day'],
}
const HOLDS = { vi: ['còn hiệu lực', 'không hiệu lực', 'chưa rõ'], en: ['in force', 'not in force', 'not known'] }
