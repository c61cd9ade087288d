// Written forms of references, dues, phases and task tables: what is found in them, and what is left alone.
import { describe, expect, it } from 'vitest'
import { findingsOf, planSource, wordsOf } from '../support.ts'

type Blocks = Parameters<typeof planSource>
const inPreamble = (text: string) => {
  const source = planSource(text, 'I. NỘI DUNG', 'Khám tại xã.')
  return findingsOf(source).references.map(({ type, number, date, issuer, title, mentions }) => ({
    name: number ?? type,
    date,
    issuer: issuer && wordsOf(source, issuer),
    title: title && wordsOf(source, title),
    role: mentions[0]!.role,
  }))
}

describe('titles of acts', () => {
  it.each<[string, (string | null)[]]>([
    [
      'Căn cứ Quyết định số 8/QĐ-BYT ngày 03/01/2024 của Bộ Y tế nâng cao năng lực xét nghiệm tuyến huyện;',
      ['nâng cao năng lực xét nghiệm tuyến huyện'],
    ],
    [
      'Căn cứ Chỉ thị số 8/CT-BYT ngày 03/01/2024 của Bộ Y tế bảo đảm an toàn truyền máu, Sở Y tế ban hành:',
      ['bảo đảm an toàn truyền máu'],
    ],
    [
      'Căn cứ Công điện số 8/CĐ-TTg ngày 03/01/2024 của Thủ tướng Chính phủ về ứng phó bão, để chủ động thuốc men, Sở Y tế yêu cầu:',
      ['ứng phó bão'],
    ],
    ['Căn cứ Kết luận số 8/KL-UBND ngày 03/01/2024 của Chủ tịch UBND tỉnh tại cuộc họp tháng;', [null]],
    ['Căn cứ Kế hoạch số 8/KH-UBND ngày 03/01/2024 của UBND tỉnh, Sở Y tế xây dựng kế hoạch năm 2024 như sau:', [null]],
    ['Căn cứ Quyết định số 8/QĐ-BYT ngày 03/01/2024 của Bộ Y tế và tình hình thực tế của tỉnh;', [null]],
    ['Căn cứ Quyết định số 8/QĐ-BYT ngày 03/01/2024 của Bộ Y tế được sửa đổi nhiều lần;', [null]],
    ['Căn cứ Nghị quyết số 8-NQ/TU ngày 03/01/2024 của Tỉnh ủy, Quyết định số 9/QĐ-UBND của UBND tỉnh;', [null, null]],
  ])('“%s”', (text, titles) => {
    expect(inPreamble(text).map(({ title }) => title)).toEqual(titles)
  })
})

describe('acts named together', () => {
  it('share the issuer where their numbers name one office', () => {
    expect(
      inPreamble('Căn cứ Nghị quyết số 8-NQ/TU ngày 03/01/2024 và Chương trình số 9-CTr/TU ngày 05/02/2024 của Tỉnh ủy;').map(
        ({ name, date, issuer }) => [name, date, issuer],
      ),
    ).toEqual([
      ['8-NQ/TU', '2024-01-03', 'Tỉnh ủy'],
      ['9-CTr/TU', '2024-02-05', 'Tỉnh ủy'],
    ])
  })

  it('do not where they name two', () => {
    const [first] = inPreamble(
      'Căn cứ Kế hoạch số 8/KH-UBND ngày 03/01/2024 và Công văn số 9/BYT-DP ngày 05/02/2024 của Bộ Y tế;',
    )
    expect(first?.issuer).toBeNull()
  })

  it('of one law that amends several is one act', () => {
    const [law] = inPreamble('Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Dược và Luật Bảo hiểm y tế ngày 21/11/2024;')
    expect(law).toMatchObject({ date: '2024-11-21', title: 'sửa đổi, bổ sung một số điều của Luật Dược và Luật Bảo hiểm y tế' })
  })
})

describe('what a document does with an act', () => {
  it.each([
    ['Kế hoạch này điều chỉnh Kế hoạch số 8/KH-UBND ngày 03/01/2024.', 'amend'],
    ['Đính chính Quyết định số 8/QĐ-UBND ngày 03/01/2024.', 'amend'],
    ['Bãi bỏ Quyết định số 8/QĐ-UBND ngày 03/01/2024.', 'replace'],
    ['Tiếp tục thực hiện Quyết định số 8/QĐ-UBND ngày 03/01/2024.', 'implement'],
    ['Quyết định số 8/QĐ-UBND ngày 03/01/2024 đã giao chỉ tiêu.', 'cite'],
    ['Căn cứ Quyết định số 3176b/QĐ-UBND ngày 03/01/2024;', 'basis'],
  ])('“%s” is %s', (text, role) => {
    expect(inPreamble(text).map((reference) => reference.role)).toEqual([role])
  })
})

const deadlinesOf = (...blocks: Blocks) => {
  const source = planSource(...blocks)
  const words = (range: { start: number; end: number } | null) => range && wordsOf(source, range)
  return findingsOf(source).deadlines.map(({ date, what, who, to, recurrence }) => [
    recurrence ?? date,
    what,
    words(who),
    words(to),
  ])
}

describe('dues', () => {
  it.each<[string, (string | null)[][]]>([
    ['Hàng tháng báo cáo số liệu trước ngày 25.', [['FREQ=MONTHLY;BYMONTHDAY=25', 'báo cáo số liệu', null, null]]],
    ['Thứ Hai hằng tuần gửi danh sách ca bệnh.', [['FREQ=WEEKLY;BYDAY=MO', 'gửi danh sách ca bệnh', null, null]]],
    [
      'Gửi số liệu trước ngày 18 các tháng 3, 6, 9 và 12.',
      [['FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=18', 'Gửi số liệu', null, null]],
    ],
    [
      'Tổng hợp số liệu trước ngày 20 hằng tháng về Chi cục Dân số.',
      [['FREQ=MONTHLY;BYMONTHDAY=20', 'Tổng hợp số liệu về Chi cục Dân số', null, 'Chi cục Dân số']],
    ],
    ['Hạn cuối nộp phiếu: 17h00 ngày 20/9/2024.', [['2024-09-20', 'Hạn cuối nộp phiếu', null, null]]],
    [
      'Trước ngày 10 tháng 01 năm sau gửi báo cáo tổng kết.',
      [['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10', 'gửi báo cáo tổng kết', null, null]],
    ],
    ['Khám định kỳ cho trẻ trong các tháng 3, 6 và 9.', []],
    ['Họp giao ban hằng tháng tại Sở.', []],
  ])('“%s”', (text, found) => {
    expect(deadlinesOf('I. BÁO CÁO', text)).toEqual(found)
  })

  it('are owed by the unit that heads them', () => {
    const found = deadlinesOf(
      'I. PHÂN CÔNG',
      '1. Thanh tra Sở',
      '- Nộp kết luận trước ngày 15/11/2024.',
      '2. Yêu cầu khác',
      '- Nộp phiếu trước ngày 16/11/2024.',
    )
    expect(found.map(([, , who]) => who)).toEqual(['Thanh tra Sở', null])
  })
})

const phasesOf = (...blocks: Blocks) => {
  const source = planSource('I. THỜI GIAN', ...blocks)
  return findingsOf(source).phases.map(({ label, start, end, focus }) => [
    wordsOf(source, label),
    start,
    end,
    focus && wordsOf(source, focus),
  ])
}

describe('phases', () => {
  it.each<[string, string[], (string | null)[][]]>([
    [
      'of years',
      ['- Giai đoạn 1 (2024 - 2025): thí điểm.', '- Giai đoạn 2: từ năm 2026 đến năm 2030.'],
      [
        ['Giai đoạn 1', '2024', '2025', null],
        ['Giai đoạn 2', '2026', '2030', null],
      ],
    ],
    [
      'from the day of issue',
      ['1. Thời gian phát động: từ ngày ban hành Kế hoạch đến hết tháng 11/2024.'],
      [['Thời gian phát động', null, '2024-11', null]],
    ],
    [
      'of a season',
      ['- Đợt cao điểm hè: từ 15/5 đến 15/8/2024, phun hóa chất diện rộng.'],
      [['Đợt cao điểm hè', '2024-05-15', '2024-08-15', 'phun hóa chất diện rộng.']],
    ],
    [
      'with the text below',
      ['1. Đợt 1: từ ngày 02/01/2024 đến ngày 30/6/2024', 'Rà soát trẻ chưa tiêm.', '2. Yêu cầu', 'Đúng đối tượng.'],
      [['Đợt 1', '2024-01-02', '2024-06-30', 'Rà soát trẻ chưa tiêm.']],
    ],
    ['not of a programme named by its years', ['Chương trình giai đoạn 2021 - 2025 đã kết thúc.'], []],
    ['not of a stage without years', ['- Giai đoạn 2 của bệnh cần nhập viện.'], []],
  ])('%s', (_, blocks, found) => {
    expect(phasesOf(...blocks)).toEqual(found)
  })
})

describe('task tables', () => {
  const assigned = (table: string[][]) => {
    const source = planSource('I. PHÂN CÔNG', table)
    return findingsOf(source, ['tables/no-target']).assignments.map(({ unit, role, tasks }) => [unit, role, tasks.join()])
  }
  it.each<[string, string[][], (string | null)[][]]>([
    [
      'with the columns turned round',
      [
        ['TT', 'Đơn vị thực hiện', 'Thời gian', 'Công việc'],
        ['1', 'Thanh tra Sở', 'Tháng 3/2024', 'Kiểm tra nhà thuốc'],
      ],
      [['Thanh tra Sở', null, 'Kiểm tra nhà thuốc']],
    ],
    [
      'with support in front of lead',
      [
        ['STT', 'Đơn vị phối hợp', 'Đơn vị chủ trì', 'Nội dung'],
        ['1', 'Văn phòng Sở', 'Thanh tra Sở', 'Kiểm tra nhà thuốc'],
      ],
      [
        ['Văn phòng Sở', 'support', 'Kiểm tra nhà thuốc'],
        ['Thanh tra Sở', 'lead', 'Kiểm tra nhà thuốc'],
      ],
    ],
    [
      'with heads of two levels',
      [
        ['TT', 'Nội dung', 'Cơ quan', ''],
        ['', '', 'Chủ trì', 'Phối hợp'],
        ['1', 'In tờ gấp', 'Văn phòng Sở', 'Thanh tra Sở'],
      ],
      [
        ['Văn phòng Sở', 'lead', 'In tờ gấp'],
        ['Thanh tra Sở', 'support', 'In tờ gấp'],
      ],
    ],
    [
      'with a task that goes on in a row below',
      [
        ['TT', 'Nhiệm vụ', 'Đơn vị', 'Thời hạn'],
        ['1', 'Mua vắc xin', 'Phòng Dược', '10/5/2024'],
        ['', '', 'Văn phòng Sở', '15/5/2024'],
      ],
      [
        ['Phòng Dược', null, 'Mua vắc xin'],
        ['Văn phòng Sở', null, 'Mua vắc xin'],
      ],
    ],
    [
      'with people',
      [
        ['TT', 'Nội dung', 'Người thực hiện'],
        ['1', 'Chuẩn bị phòng họp', 'Đ/c Hà Thị Tạm'],
        ['2', 'Ghi biên bản', ''],
      ],
      [['Đ/c Hà Thị Tạm', null, 'Chuẩn bị phòng họp']],
    ],
    [
      'with a ditto',
      [
        ['TT', 'Nội dung', 'Chủ trì', 'Thời gian'],
        ['1', 'In tờ gấp', 'Văn phòng Sở', 'Quý I'],
        ['2', 'Phát loa', 'nt', 'Quý II'],
        ['3', 'Treo băng', '-', 'Quý II'],
      ],
      [
        ['Văn phòng Sở', 'lead', 'In tờ gấp'],
        ['Văn phòng Sở', 'lead', 'Phát loa'],
      ],
    ],
    [
      'that are timetables of visits',
      [
        ['TT', 'Ngày', 'Địa điểm'],
        ['1', '08/5/2024', 'Huyện Thượng'],
      ],
      [],
    ],
  ])('%s', (_, table, found) => {
    expect(assigned(table)).toEqual(found)
  })
})
