/** Words in both languages, with their keys known: one that a language lacks does not compile. */
export const pair = <const Z extends Record<string, string>>(zh: Z, en: { readonly [K in keyof Z]: string }) => ({
  zh,
  en,
})
