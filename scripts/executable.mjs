// Lets the files named on the command line be run as programs: npm does so only when it links a package, not when it is built again.
// Links that npx made to dist/cli/main.js, which was the program once, go on leading to one.
import { chmodSync } from 'node:fs'

for (const file of process.argv.slice(2)) chmodSync(file, 0o755)
