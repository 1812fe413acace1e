import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { ownFont } from './build/own-font.ts';

const server = process.env.HOSHIZU_SERVER ?? 'http://127.0.0.1:8100';

export default defineConfig({
  base: '/',
  plugins: [ownFont(), react(), { ...optimizeLocales.vite({ locales: ['ja-JP', 'en-US'] }), enforce: 'pre' }],
  server: { port: 5173, proxy: { '/api': server } },
  preview: { port: 4173, proxy: { '/api': server } },
  worker: { format: 'es' },
  build: {
    // No data: addresses: the content security policy of the server allows fonts and images from 'self' only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1400,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
  },
});
