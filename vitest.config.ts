// Tests read real files: they take longer than tests of functions do.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['test/**/*.test.ts'], update: 'none', maxWorkers: '100%', testTimeout: 60_000, hookTimeout: 120_000 },
})
