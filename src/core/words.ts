/** The small words every other file of the vocabulary is made of. */
import { z } from 'zod'

export const locales = ['zh', 'en'] as const
export type Locale = (typeof locales)[number]
export const localeSchema = z.enum(locales)

/** From least to most trusted. Staff is everyone from `moderator` on. */
export const roles = ['member', 'moderator', 'owner'] as const
export type Role = (typeof roles)[number]
export const roleSchema = z.enum(roles)
export const isStaff = (role: Role) => role !== 'member'
export const mayDo = (has: Role, needs: Role) => roles.indexOf(has) >= roles.indexOf(needs)

/** Text that every database can keep: no NUL, no half of a surrogate pair. */
export const clean = (raw: string) => raw.replaceAll('\0', '').toWellFormed()
export const text = (max: number) => z.string().max(max).transform(clean)
/** An opaque id: minted and decoded by one adapter, compared by everybody else. */
export const id = z
  .string()
  .min(1)
  .max(256)
  .refine((raw) => clean(raw) === raw, 'must not contain NUL or half a surrogate pair')

export type MaybePromise<T> = T | Promise<T>
/** `next` with the value, at once where it is known already: on the way of every message a promise is a cost. */
export const andThen = <T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> =>
  value instanceof Promise ? value.then(next) : next(value)

/** Text in one or both languages, as owners write it. */
export const localised = (max = 4000) =>
  z
    .strictObject({ zh: text(max).optional(), en: text(max).optional() })
    .refine((both) => both.zh !== undefined || both.en !== undefined, 'needs zh, en or both')
export type Localised = Readonly<Partial<Record<Locale, string>>>
/** The text in the wanted language, or in the other where the owner wrote only one. */
export const pick = (both: Localised, locale: Locale): string =>
  both[locale] ?? both[locale === 'zh' ? 'en' : 'zh'] ?? ''
