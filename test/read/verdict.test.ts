// Whether the text of a page is fit to use, judged by its words and its image.
import { describe, expect, it } from 'vitest'
import { judgePage } from '../../src/read/verdict.ts'

const PAGE = 595 * 842
const prose =
  'Căn cứ kế hoạch công tác y tế năm nay, các đơn vị trực thuộc tổ chức thực hiện nghiêm túc những nội dung sau đây và báo cáo kết quả bằng văn bản theo đúng thời gian quy định, phấn đấu hoàn thành toàn bộ chỉ tiêu được giao. '
const ruined =
  'Can cir Quyt djnh ciia S& Y té ye vic thrc hin ké hoach cong tác närn nay, các dan vj trirc thuc th chirc thuc hin nghiêm tüc nhtrng ni dung sau däy và báo cáo kt quà bang vãn bàn theo düng thai gian quy djnh, phän däu hoàn thành toàn b chi tieu duqc giao. '
const english =
  'According to the plan of the year the units shall carry out the following tasks and report the results in writing within the time that was set, and strive to reach all targets that were given to them in this document. '
const lost =
  'ng cn k hoch cng tác nm nay các n v trc thuc t chc thc hin nghiêm túc nhng ni dung sau ây và báo cáo kt qu bng vn bn theo úng thi gian quy nh, phn u hoàn thành toàn b ch tiêu c giao. '.repeat(
    2,
  )
const tcvn3 =
  'C¨n cø kÕ ho¹ch c«ng t¸c y tÕ n¨m nay, c¸c ®¬n vÞ trùc thuéc tæ chøc thùc hiÖn nghiªm tóc nh÷ng néi dung sau ®©y vµ b¸o c¸o kÕt qu¶ b»ng v¨n b¶n theo ®óng thêi gian quy ®Þnh. '.repeat(
    2,
  )

describe('judgePage', () => {
  it.each([
    ['prose', prose, '', 0, 'fit'],
    ['prose that a scanner laid under its image', prose, '', PAGE, 'fit'],
    ['an OCR layer without sense under its image', ruined, '', PAGE, 'ruined-text'],
    ['English', english, '', 0, 'fit'],
    ['letters that a font lost', lost, '', 0, 'no-unicode'],
    ['an old encoding', tcvn3, '', 0, 'fit'],
    ['an image alone', '', '', PAGE, 'no-text'],
    ['an image with a stamp in its text', 'Ký bởi: Sở Y tế Thời gian ký: 24.04.2024', '', PAGE, 'stamp-only'],
    ['an image with a stamp beside it', '', 'Ký bởi: Sở Y tế', PAGE, 'stamp-only'],
    ['private letters', '\ue001\ue002\ue003 \ue004', '', 0, 'no-unicode'],
    ['nothing', '', '', 0, 'empty'],
    ['a few words', 'Phụ lục I', '', 0, 'fit'],
    ['figures', '12 15 18', '', 0, 'fit'],
  ])('%s: %s', (_, text, stamped, imageArea, verdict) => {
    expect(judgePage(text, stamped, imageArea, PAGE)).toBe(verdict)
  })

  it('looks at the words as they stand where they are drawn out of order', () => {
    const scattered = Array.from(prose).reverse().join('')
    expect(judgePage(scattered, '', 0, PAGE, () => prose)).toBe('fit')
  })
})
