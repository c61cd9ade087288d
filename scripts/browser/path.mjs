// node:path for browsers: there are no files.
export const join = (...parts) => parts.join('/')
export const dirname = (path) => path.replace(/\/?[^/]*$/, '') || '.'
export default { join, dirname }
