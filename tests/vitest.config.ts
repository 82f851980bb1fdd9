import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores: two files beside each other, each with a server of its own.
    maxWorkers: 2,
    reporters: ['default'],
  },
});
