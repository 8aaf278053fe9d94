/** How the pages are built: two documents, nothing inline, names by content. */
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { nonceSlot } from './nonce.ts'

export const viteConfig = (root: string, outDir: string): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  html: { cspNonce: nonceSlot },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { hall: join(root, 'hall.html'), office: join(root, 'office.html') } },
  },
})
