import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

// The gallery stands outside WXT: it needs no browser API, and starts in a second.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  resolve: { alias: { '@': fileURLToPath(new URL('../..', import.meta.url)) } },
  build: { outDir: fileURLToPath(new URL('../../.tmp/gallery', import.meta.url)), emptyOutDir: true },
  server: { port: 5199, strictPort: true },
  preview: { headers: { 'Content-Security-Policy': "default-src 'self'; img-src 'self' data:" } },
});
