// Empty pages are told from pages whose image pdf.js left out because it is too large: opened to stop at errors, it says so.
import type { PageInfo } from '../../model/plan.ts'

type Task = import('pdfjs-dist/legacy/build/pdf.mjs').PDFDocumentLoadingTask

export async function withLargeImages(
  empty: readonly PageInfo[],
  pages: readonly PageInfo[],
  open: () => Task,
): Promise<PageInfo[]> {
  const found: PageInfo[] = []
  const task = open()
  try {
    const pdf = await task.promise
    for (const info of empty) {
      const page = await pdf.getPage(pages.indexOf(info) + 1)
      await page.getOperatorList().catch((error: unknown) => {
        if (/maximum allowed size/.test(String(error))) found.push(info)
      })
      page.cleanup()
    }
  } catch {
    // Damaged in other ways: the pages stay empty.
  } finally {
    await task.destroy()
  }
  return found
}
