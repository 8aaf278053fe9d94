/** Puts a page into its document, with the theme and the nonce that the document's styles need. */
import { MantineProvider } from '@mantine/core'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import './base.css'
import { locale } from './texts.ts'
import { cssVariables, theme } from './theme.ts'

const nonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

export function mount(page: ReactNode) {
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  const root = document.getElementById('root')
  if (!root) throw new Error('the document has no #root')
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={nonce}
      >
        {page}
      </MantineProvider>
    </StrictMode>,
  )
}
