/** SVG to PNG. The renderer and its font (2 MB in all) are loaded with the first picture, not at start. */
import { fileURLToPath } from 'node:url'
import { fontFamily } from './chart.ts'

/** The picture as base64. Draws on a thread of its own; throws where the renderer does not exist for the platform. */
export async function pngOf(svg: string): Promise<string> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const fonts = [
    import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  ]
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: fonts.map((url) => fileURLToPath(url)), defaultFontFamily: fontFamily },
  })
  return image.asPng().toString('base64')
}
