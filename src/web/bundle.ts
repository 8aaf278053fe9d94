/** A process of its own that builds the pages and ends: what a bundler needs is not kept by a server that runs for months. */
import { build } from 'vite'
import { viteConfig } from './vite.ts'

const [root = '', outDir = ''] = process.argv.slice(2)
await build(viteConfig(root, outDir))
