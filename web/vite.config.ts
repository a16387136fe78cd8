// How the web application is built, served while it is being written, and unit tested.

import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    // The server's content security policy allows no inline script, style or data: font.
    assetsInlineLimit: 0,
    // Sass makes it small. Vite's own minifier refuses a media query that govuk-frontend writes for
    // an old browser.
    cssMinify: false,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      output: {
        // The map's worker comes as .mjs, which not every server or proxy in front of it takes for
        // JavaScript; a browser then refuses to run it.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.mjs'))
            ? 'assets/[name]-[hash].js'
            : 'assets/[name]-[hash][extname]',
      },
    },
  },
  css: {
    preprocessorOptions: {
      scss: {
        quietDeps: true,
        style: 'compressed',
        loadPaths: [fileURLToPath(new URL('node_modules', import.meta.url))],
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.mjs'],
    setupFiles: ['src/test-setup.ts'],
    // Finding things by role is slow, and the machine may be busy with other tests.
    testTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
})
