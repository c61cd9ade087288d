// Words around a target become its year: “đến năm 2025” before it, “(năm 2025)” or “trước ngày 31/12/2024” behind it.

const YEAR =
  /[\s,;]*(?:và )?\(?(?:(?:đến|vào|trong|trước|từ) )?(?:cuối |hết )?(?:từ )?năm (?<y>(?:19|20)\d{2})(?: đến (?:hết )?năm (?<to>(?:19|20)\d{2}))?\)?/giu
/** Behind a year, what ties it to the number that follows. */
export const AHEAD = /^[\s,]*(?:phấn đấu |sẽ |cũng |duy trì )?(?:có|đạt|là|lên|còn|xuống|tăng|giảm|:)(?!\p{sc=Latn})[^,;]*$/iu

/** The last year of a stretch that is a time of a target: “đến năm 2025”, not “so với năm 2019” or “giai đoạn đến năm 2030”. */
export function lastYear(words: string): { year: number; start: number; end: number } | null {
  const found = [...words.matchAll(YEAR)]
    .filter(
      ({ index }) =>
        !/(?:so với|giai đoạn)(?: (?:cùng kỳ|thực hiện|kết quả|ước thực hiện|số liệu|mức|trung bình|của))*[\s,]*$|gấp (?:[\d.,]+ lần|\p{sc=Latn}+)(?: so với)?[\s,]*$/iu.test(
          words.slice(0, index),
        ),
    )
    .at(-1)
  return found
    ? { year: Number(found.groups!.to ?? found.groups!.y), start: found.index, end: found.index + found[0].length }
    : null
}

/** “70% vào năm 2025”, “80% (năm 2025)”, “80% (2025)”, “… trước ngày 31/12/2024”: a year said behind the number. */
export function yearBehind(right: string): number | null {
  const bare = /^ ?\((?<y>(?:19|20)\d{2})\)/u.exec(right)?.groups?.y
  if (bare) return Number(bare)
  const due = /(?:trước|đến|hết|chậm nhất)[^,;.]{0,16}?(?:\d{1,2}\/)?\d{1,2}\/(?<y>(?:19|20)\d{2})/iu.exec(right)?.groups?.y
  const last = lastYear(right)
  if (!last) return due ? Number(due) : null
  // “(năm 2021 là 25,1%)”: the year of another number.
  if (/^ ?(?::|=|(?:chỉ |mới )?(?:là|đạt|có|còn|chiếm)(?!\p{sc=Latn}))[^,;]*\d/iu.test(right.slice(last.end)))
    return due ? Number(due) : null
  const isTime = /vào|đến|trong|trước|từ|cuối|hết/iu.test(right.slice(last.start, last.end)) || last.start <= 2
  return isTime || /^[\s,;.)]*$/.test(right.slice(last.end)) ? last.year : null
}

/** “đến 30/9/2018, 100% …”: the day by which, in front of the number. */
export function dueYear(left: string): number | null {
  const year =
    /(?:đến|trước|hết|chậm nhất)(?: hết| là)?(?: ngày)? \d{1,2}\/\d{1,2}\/(?<y>(?:19|20)\d{2})[\s,]*(?:có |đạt |phấn đấu )*$/iu.exec(
      left,
    )
  return year ? Number(year.groups!.y) : null
}
