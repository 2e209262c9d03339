import type { HttpContext } from '@adonisjs/core/http'
import { majorUnits } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import type { Parsed } from '../plain_words/parsed.ts'
import { inOneText } from '../queries/filter_text.ts'
import { plainSearch } from '../queries/plain_search.ts'

interface Question {
  priceMinMinor?: number | null
  priceMaxMinor?: number | null
}

interface Understood {
  asked: Record<string, unknown>
  parsed: Parsed | null
}

/** The question in the address: a list may be told with commas or by repeating its name. */
export function questionIn({ request }: HttpContext): Record<string, unknown> {
  const told = Object.entries(request.qs())
  return Object.fromEntries(told.map(([name, value]) => [name, inOneText(value)]))
}

/** What a program asks as the page's address would, its plain words understood. */
export async function understood(ctx: HttpContext, question: Question): Promise<Understood> {
  const typed = questionIn(ctx)
  const { currency } = marketPack(ctx.tenant!.market)
  const price = (minor?: number | null) => (minor ? majorUnits(minor, currency) : undefined)
  const [min, max] = [price(question.priceMinMinor), price(question.priceMaxMinor)]
  const explicit = {
    ...typed,
    ...(min !== undefined && { price_min: min }),
    ...(max !== undefined && { price_max: max }),
  }
  const search = await plainSearch(explicit)
  if (search) return search
  const words = typeof typed.q === 'string' ? typed.q.trim() : ''
  return { asked: explicit, parsed: words === '' ? null : { rest: words } }
}
