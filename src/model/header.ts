// The header of a plan: who issued it, when, under which number, to whom, and who signed.
import * as z from 'zod'
import { edtf, spanModel } from './span.ts'

const span = spanModel

const provinceRef = z
  .object({
    code: z.string().describe('Two-digit code of the province as issued (General Statistics Office).'),
    name: z.string().describe('Name as issued, without Tỉnh or Thành phố.'),
    currentCode: z.string().describe('Code of the province that it belongs to today.'),
    currentName: z.string().describe('Name of the province that it belongs to today.'),
  })
  .describe('The province at the date of issue, and today.')

const issuer = z
  .object({
    name: z.string().describe('The issuing body, without its province: “Sở Y tế”, “Trung tâm Y tế huyện Vân Canh”.'),
    parent: z.string().nullable().describe('The body above it in the letterhead; null where none is printed.'),
    level: z
      .enum(['department', 'district-centre', 'hospital', 'committee', 'ministry', 'other'])
      .describe('Kind of body: provincial department, district health centre, hospital, people’s committee, ministry, other.'),
  })
  .describe('Who issues the document.')

const signer = z
  .object({
    position: z.string().nullable().describe('The signer’s own position as printed: PHÓ GIÁM ĐỐC.'),
    name: z.string().nullable().describe('The signer’s name; null where none is printed.'),
    onBehalfOf: z.string().nullable().describe('The line of power above the position: KT. GIÁM ĐỐC, TM. …, TL. …, TUQ. …'),
  })
  .describe('Who signs.')

const recipient = z
  .object({
    name: z.string().describe('The unit, the person or the office as printed, without what it is sent for.'),
    kind: z
      .enum(['unit', 'person', 'archive', 'same'])
      .describe('A body or a group of bodies, a person by office or name, what is kept (Lưu), or those named above (Như trên).'),
    purpose: z
      .string()
      .nullable()
      .describe('What it is sent for, as printed: b/c, để thực hiện, Lưu; null where none is printed.'),
  })
  .describe('One receiver of the document.')

export const headerModel = z
  .object({
    number: z
      .string()
      .nullable()
      .describe('Số ký hiệu as printed, blanks removed; the legible part where the rest is blank; null where none is printed.'),
    urgency: z
      .string()
      .nullable()
      .describe('Mark of urgency as printed in the letterhead: KHẨN, THƯỢNG KHẨN, HỎA TỐC; null where none is printed.'),
    secrecy: z
      .string()
      .nullable()
      .describe('Mark of secrecy as printed in the letterhead: MẬT, TỐI MẬT, TUYỆT MẬT; null where none is printed.'),
    place: z.string().nullable().describe('Địa danh of the date line.'),
    issuedOn: edtf('Date of issue, as far as it is legible.').nullable(),
    documentType: z.string().nullable().describe('Kind of document as a slug: ke-hoach, cong-van, phat-dong, quyet-dinh …'),
    title: z.string().nullable().describe('Trích yếu, without the type.'),
    theme: z.string().nullable().describe('Chủ đề of the plan or campaign, without its quotes.'),
    year: z
      .int()
      .nullable()
      .describe('The year that the plan is for: the last one that the title names, else the year of issue.'),
    province: provinceRef.nullable(),
    issuer: issuer.nullable(),
    coIssuers: z.array(issuer).describe('The other issuers of a joint plan.'),
    coSigners: z.array(signer).describe('The other signers of a joint plan.'),
    addressees: z.array(z.string()).describe('Kính gửi: the bodies that the document is addressed to.'),
    distribution: z.array(z.string()).describe('Nơi nhận: the entries without leading dash and closing mark.'),
    recipients: z.array(recipient).describe('The units and people that the entries of Nơi nhận name, in order.'),
    legalBasis: z.array(z.string()).describe('Ids of the legal references named in the preamble.'),
    signer: signer.nullable(),
    spans: z
      .object({
        number: span.nullable(),
        issuedOn: span.nullable(),
        title: span.nullable(),
        theme: span.nullable(),
        issuer: span.nullable(),
        signer: span.nullable(),
      })
      .describe('Where each was read; null where it was not printed.'),
  })
  .describe('Letterhead, title block and closing block.')

export { issuer as issuerModel, provinceRef as provinceModel }

export type Header = z.infer<typeof headerModel>
export type Issuer = z.infer<typeof issuer>
export type Recipient = z.infer<typeof recipient>
export type Signer = z.infer<typeof signer>
export type ProvinceRef = z.infer<typeof provinceRef>
