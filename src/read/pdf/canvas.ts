// pdf.js loads the canvas with itself, a tenth of a second and twenty megabytes that only drawing needs: it comes when something is drawn.
import nodeModule, { createRequire } from 'node:module'

const CANVAS = '@napi-rs/canvas'
// Only drawing makes any; that these are there is all that is asked before.
const CLASSES = ['ImageData', 'Path2D'] as const

/**
 * Options of a document that is read and not drawn. Where pdf.js cannot give a font to the page around it, it works out the outline of
 * every letter, a fifth of the time of a page: it gives them to this page, which wants none.
 */
export const withoutOutlines = {
  disableFontFace: false,
  ownerDocument: { fonts: { add() {}, delete() {} } } as never,
}

/** To be called before pdf.js is loaded, and what it returns when it is. What the world has of its own stays. */
export function lendCanvas(): () => void {
  const world = globalThis as Record<string, unknown>
  const require = createRequire(import.meta.url)
  const missing = CLASSES.filter((name) => !world[name])
  // This part of the canvas is JavaScript alone, and pdf.js makes one at once.
  world.DOMMatrix ??= require(`${CANVAS}/geometry`).DOMMatrix
  for (const name of missing) world[name] = class {}
  const { getBuiltinModule } = process
  process.getBuiltinModule = ((id: string) =>
    id === 'module' ? WITHOUT_CANVAS : getBuiltinModule(id)) as typeof getBuiltinModule
  return () => {
    process.getBuiltinModule = getBuiltinModule
    for (const name of missing) {
      const set = (value: unknown) => Object.defineProperty(world, name, { value, writable: true, configurable: true })
      Object.defineProperty(world, name, { get: () => set(require(CANVAS)[name])[name], set, configurable: true })
    }
  }
}

const WITHOUT_CANVAS = {
  ...nodeModule,
  createRequire(from: string | URL) {
    const require = nodeModule.createRequire(from)
    return (id: string) => (id === CANVAS ? {} : require(id))
  },
}
