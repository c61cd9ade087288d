// The program of a worker process.
import { serveJobs } from './worker.ts'

serveJobs()
