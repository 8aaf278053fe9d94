/** SVG to PNG. The renderer and its font (2 MB in all) are loaded with the first picture, not at start. */
import { createRequire } from 'node:module'
import { fontFamily } from './chart.ts'

const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']

/** The picture as base64. Draws on a thread of its own; throws where the renderer does not exist for the platform. */
export async function pngOf(svg: string): Promise<string> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const { resolve } = createRequire(import.meta.url)
  const image = await renderAsync(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: fonts.map((file) => resolve(`dejavu-fonts-ttf/ttf/${file}`)),
      defaultFontFamily: fontFamily,
    },
  })
  return image.asPng().toString('base64')
}
