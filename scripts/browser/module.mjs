// node:module for browsers: what is required when it is needed comes along in the bundle.
import nlp from 'compromise/one'

const MODULES = { 'compromise/one': nlp, '../package.json': { version: KEHOACH_VERSION } }

export function createRequire() {
  return (name) => {
    if (!Object.hasOwn(MODULES, name)) throw new Error(`no module ${name} here`)
    return MODULES[name]
  }
}
