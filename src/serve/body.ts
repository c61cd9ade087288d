// The body of a request becomes bytes and a name, measured while it comes in, whatever its headers say.
import { ProblemError } from './problems.ts'

export type Upload = { bytes: Uint8Array; name: string | null }

/** A raw body, or the first file of a form. Throws ProblemError: too large, none there, cut off. */
export async function readUpload(request: Request, most: number): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  const bytes = await readMeasured(request, most)
  if (!type.toLowerCase().startsWith('multipart/form-data')) return { bytes: some(bytes), name: null }
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw new ProblemError('bad-request', 'biểu mẫu gửi lên không đúng dạng', 'the form is not well formed')
    })
  for (const [, value] of form)
    if (typeof value !== 'string') return { bytes: some(new Uint8Array(await value.arrayBuffer())), name: value.name }
  throw new ProblemError('bad-request', 'biểu mẫu không có tệp nào', 'the form holds no file')
}

export async function readMeasured(request: Request, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most)
  const reader = request.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read().catch(() => {
      throw new ProblemError('bad-request', 'dữ liệu gửi lên bị ngắt', 'the body was cut off')
    })) ?? { done: true, value: undefined }
    if (done) break
    length += value!.byteLength
    if (length > most) {
      void reader?.cancel().catch(() => {})
      throw tooLarge(most)
    }
    chunks.push(value!)
  }
  return Buffer.concat(chunks)
}

function some(bytes: Uint8Array): Uint8Array {
  if (bytes.byteLength > 0) return bytes
  throw new ProblemError('bad-request', 'không có dữ liệu nào được gửi lên', 'the request has no body')
}

function tooLarge(most: number): ProblemError {
  const megabytes = Math.round((most / 1024 / 1024) * 10) / 10
  // What still comes would be read otherwise.
  return new ProblemError('too-large', `tệp lớn hơn ${megabytes} MB`, `the file is larger than ${megabytes} MB`, {
    connection: 'close',
  })
}
