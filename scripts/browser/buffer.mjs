// node:buffer for browsers.
export { Buffer } from 'buffer/'
