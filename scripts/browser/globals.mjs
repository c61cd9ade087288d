// What modules for Node expect to be there without an import; and what pdf.js asks for at its start and needs for drawing alone.
export { Buffer } from 'buffer/'

export const DOMMatrix = globalThis.DOMMatrix ?? class {}
export const Path2D = globalThis.Path2D ?? class {}
