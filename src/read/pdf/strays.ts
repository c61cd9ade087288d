// What pdf.js fails at behind its back ends no process; in a browser it would end nothing, and this file is left out.
const OWN_CODE = /[\\/]pdfjs-dist[\\/]/
let guarded = 0

/**
 * Pages that pdf.js fetches ahead and does not wait for fail behind its back in damaged files: what nobody waits for would end
 * the process. Errors of others go their way.
 */
export async function withoutStrays<T>(work: () => Promise<T>): Promise<T> {
  if (guarded++ === 0) process.on('unhandledRejection', dropStray)
  try {
    return await work()
  } finally {
    // What failed just now is told when this turn is over.
    setImmediate(() => {
      if (--guarded === 0) process.off('unhandledRejection', dropStray)
    })
  }
}

function dropStray(error: unknown): void {
  if (error instanceof Error && OWN_CODE.test(error.stack ?? '')) return
  if (process.listenerCount('unhandledRejection') === 1) throw error
}
