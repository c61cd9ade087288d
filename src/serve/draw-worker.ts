// What the process that draws pages is told and what it says.
import { drawPage, type PageDrawing } from '../pipeline.ts'

export type Order = { bytes: Uint8Array; drawing: PageDrawing }

export type Drawn = { png: Uint8Array | null; error: string | null }

export async function drawn({ bytes, drawing }: Order): Promise<Drawn> {
  try {
    return { png: await drawPage(bytes, drawing), error: null }
  } catch (error) {
    return { png: null, error: (error as Error)?.name ?? 'error' }
  }
}
