// The program of the process that draws pages.
import { drawn, type Order } from './draw-worker.ts'

process.on('disconnect', () => process.exit())
process.on('message', (order: Order) => void drawn(order).then((answer) => process.send?.(answer)))
