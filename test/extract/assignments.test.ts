import { describe, expect, it } from 'vitest'
import { findingsOf, planSource } from '../support.ts'

const assignmentsOf = (...blocks: Parameters<typeof planSource>) =>
  findingsOf(planSource(...blocks), blocks.some((block) => Array.isArray(block)) ? ['tables/no-target'] : []).assignments.map(
    ({ unit, role, tasks }) => [unit, role, tasks],
  )

describe('findAssignments', () => {
  it('takes a heading that is a unit, with what stands below it', () => {
    const found = assignmentsOf(
      'I. TỔ CHỨC THỰC HIỆN',
      { text: '1. Phòng Nghiệp vụ Y', bold: true },
      '- Chủ trì theo dõi việc thực hiện chỉ tiêu khám bệnh.',
      '- Tổng hợp báo cáo Giám đốc Sở.',
      { text: '2. Các bệnh viện tuyến huyện', bold: true },
      '- Phối hợp với trạm y tế xã quản lý người bệnh.',
    )
    expect(found).toEqual([
      ['Phòng Nghiệp vụ Y', 'lead', ['Chủ trì theo dõi việc thực hiện chỉ tiêu khám bệnh', 'Tổng hợp báo cáo Giám đốc Sở']],
      ['Các bệnh viện tuyến huyện', 'support', ['Phối hợp với trạm y tế xã quản lý người bệnh']],
    ])
  })

  it('takes a bullet that begins with a unit and its duty', () => {
    expect(assignmentsOf('I. TỔ CHỨC THỰC HIỆN', '- Thanh tra Sở chủ trì kiểm tra các cơ sở hành nghề.')).toEqual([
      ['Thanh tra Sở', 'lead', ['chủ trì kiểm tra các cơ sở hành nghề']],
    ])
  })

  it('takes who leads and who supports from a task table', () => {
    const table = [
      ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp'],
      ['1', 'Tập huấn tiêm chủng an toàn', 'Trung tâm Kiểm soát bệnh tật', 'Các trung tâm y tế'],
    ]
    expect(assignmentsOf('I. TỔ CHỨC THỰC HIỆN', table)).toEqual([
      ['Trung tâm Kiểm soát bệnh tật', 'lead', ['Tập huấn tiêm chủng an toàn']],
      ['Các trung tâm y tế', 'support', ['Tập huấn tiêm chủng an toàn']],
    ])
  })

  it('leaves preamble, closing words and sentences about units alone', () => {
    expect(
      assignmentsOf(
        'Sở Y tế xây dựng Kế hoạch công tác năm 2024, cụ thể như sau:',
        'I. MỤC ĐÍCH',
        'Bệnh viện là nơi người dân tin cậy.',
        'Các đơn vị gửi hồ sơ về Sở Y tế (qua Phòng Tổ chức) chậm nhất ngày 05/12/2024.',
      ),
    ).toEqual([])
  })
})
