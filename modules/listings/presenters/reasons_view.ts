import type { HttpContext } from '@adonisjs/core/http'
import type { Reason } from '../fitting/judge.ts'

/** "within budget, 3 beds, in Ballard; no garden": what fits first, then what does not. */
export function saidReasons({ i18n }: HttpContext, reasons: Reason[]): string {
  const said = (fits: boolean) =>
    reasons
      .filter((reason) => reason.fits === fits)
      .map(({ key, facts }) => i18n.t(`listings.fits.${key}`, inWords(i18n, facts)))
      .join(', ')
  const sentence = [said(true), said(false)].filter(Boolean).join('; ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function inWords(i18n: HttpContext['i18n'], facts: Reason['facts']): Reason['facts'] {
  const { feature, type } = facts
  const lower = (key: string) => i18n.t(key).toLowerCase()
  return {
    ...facts,
    ...(feature ? { feature: lower(`listings.features.${feature}`) } : {}),
    ...(type ? { type: lower(`listings.types.${type}`) } : {}),
  }
}
