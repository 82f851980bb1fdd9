import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const backend = process.env.HOIQUAN_PROXY ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte()],
  resolve: { alias: { '@': `${import.meta.dirname}/src`, $locales: `${import.meta.dirname}/locales` } },
  build: {
    target: 'es2022',
    // The content security policy allows no inline data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 300,
  },
  // The server refuses requests of another origin, so the proxy speaks with its own.
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: backend, changeOrigin: true, headers: { origin: backend } } },
  },
  test: { include: ['src/**/*.test.ts'] },
});
