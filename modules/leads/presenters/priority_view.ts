import type { HttpContext } from '@adonisjs/core/http'
import { type Factor, bandOf } from '../lead_words.ts'

const tones = { hot: 'error', warm: 'warning', cool: 'info', cold: undefined }

/** A score with its band, as a badge. */
export function priorityBadge({ i18n }: HttpContext, score: number) {
  const band = bandOf(score)
  return {
    text: i18n.t('leads.priority.badge', { score, band: i18n.t(`leads.bands.${band}`) }),
    tone: tones[band],
  }
}

/** What a score is made of, in words, the weightiest first. */
export function factorViews({ i18n }: HttpContext, factors: Factor[]) {
  return factors
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points))
    .map(({ factor, points, reason, facts }) => ({
      label: i18n.t(`leads.priority.factors.${factor}`),
      points: points > 0 ? `+${points}` : String(points),
      text: i18n.t(`leads.priority.reasons.${reason}`, facts),
      tone: points > 0 ? 'success' : points < 0 ? 'error' : undefined,
    }))
}
