// The program of a worker process.
import { setFlagsFromString } from 'node:v8'
import { serveJobs } from './worker.ts'

// V8 compiles what is hot on a second core, which the worker beside this one needs: what runs four times as long counts as hot.
setFlagsFromString('--interrupt-budget=540672')

serveJobs()
