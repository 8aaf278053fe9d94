/**
 * The tokens of both places, set once: a warm neutral ground, one accent (lantern amber), semantic colours for meaning
 * only, a 4 px grid, one radius. Contrast of text on its ground is AA in both schemes.
 */
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

const paper: MantineColorsTuple = [
  '#fbf9f6',
  '#f4f0ea',
  '#e9e3da',
  '#dad2c6',
  '#c2b8a9',
  '#9d9284',
  '#7a7064',
  '#61584d',
  '#463f37',
  '#2b2621',
]
const night: MantineColorsTuple = [
  '#ece6dd',
  '#d3cbc0',
  '#b3aa9e',
  '#8f867b',
  '#5d564d',
  '#443e37',
  '#332e29',
  '#272320',
  '#1d1a17',
  '#141210',
]
const lantern: MantineColorsTuple = [
  '#fdf6e7',
  '#fae9c6',
  '#f6d694',
  '#f1c05e',
  '#eca931',
  '#e2930f',
  '#c67709',
  '#985509',
  '#7c4510',
  '#5d3310',
]
const fonts = 'system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'
const quick = { transitionProps: { duration: 120 } }
// The scroll lock writes a style element without our nonce, which the content policy forbids.
const sliding = { ...quick, lockScroll: false }

/** What is filled with the accent is written on in the colour that contrasts with the accent of the scheme. */
const onAccent: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const accent = input.color === undefined || input.color === 'lantern'
  return input.variant === 'filled' && accent ? { ...colors, color: 'var(--inn-on-accent)' } : colors
}

export const theme = createTheme({
  colors: { gray: paper, dark: night, lantern },
  primaryColor: 'lantern',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver: onAccent,
  fontFamily: fonts,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Noto Sans Mono CJK SC", monospace',
  headings: { fontFamily: fonts, fontWeight: '650' },
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '17px', xl: '22px' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.35' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '8px', sm: '8px', md: '8px', lg: '8px', xl: '8px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: sliding },
    Drawer: { defaultProps: sliding },
    Popover: { defaultProps: quick },
    Menu: { defaultProps: quick },
    Tooltip: { defaultProps: { transitionProps: { duration: 80 }, openDelay: 300 } },
  },
})

/** What the component library has no name for; used as `var(--inn-…)` by the pages' own styles. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--inn-radius': '8px' },
  light: {
    '--mantine-color-body': '#fbf9f6',
    '--mantine-color-text': '#2b2621',
    '--mantine-color-dimmed': '#6b6156',
    '--mantine-color-placeholder': '#7a7064',
    '--mantine-color-anchor': '#7c4510',
    '--mantine-color-error': '#b3261e',
    '--inn-raised': '#ffffff',
    '--inn-sunken': '#f4f0ea',
    '--inn-line': '#e6dfd5',
    '--inn-tint': '#fcf3de',
    '--inn-tint-line': '#efd9a6',
    '--inn-accent': '#985509',
    '--inn-on-accent': '#ffffff',
    '--inn-good': '#23683a',
    '--inn-bad': '#b3261e',
    '--inn-info': '#1f5b96',
    '--inn-lantern-light': '#eca931',
    '--inn-lantern-frame': '#985509',
  },
  dark: {
    '--mantine-color-body': '#1a1714',
    '--mantine-color-text': '#ece6dd',
    '--mantine-color-dimmed': '#aaa094',
    '--mantine-color-placeholder': '#948a7e',
    '--mantine-color-anchor': '#f1c05e',
    '--mantine-color-error': '#f2938c',
    '--inn-raised': '#24201c',
    '--inn-sunken': '#141210',
    '--inn-line': '#38322c',
    '--inn-tint': '#2b2417',
    '--inn-tint-line': '#57451f',
    '--inn-accent': '#f1c05e',
    '--inn-on-accent': '#2b1d05',
    '--inn-good': '#7fcf97',
    '--inn-bad': '#f2938c',
    '--inn-info': '#8dbdf0',
    '--inn-lantern-light': '#f1b844',
    '--inn-lantern-frame': '#c67709',
  },
})
