import type { HttpContext } from '@adonisjs/core/http'
import { searchWords } from '#app/records'
import { inOneText } from '../queries/filter_text.ts'
import { plainSearch } from '../queries/plain_search.ts'

const LIST = '/app/listings'
/** Where one stands in the list, which a new question leaves. */
const PLACES = new Set(['q', 'after', 'before', 'open', 'as'])

/**
 * The box of the list. What its plain words mean stands in the address from here on, so that every
 * link on the page says it. While somebody types, the box keeps their words, and asks from where
 * they began; when they are done, it keeps what no filter says.
 */
export async function searchBox({ request, i18n, tenant }: HttpContext) {
  const example = i18n.t(`listings.site.home.examples.${tenant!.market}`)
  const asked = request.qs()
  const search = await plainSearch(asked)
  if (search) request.updateQs(search.asked)
  const isTyping = search !== null && request.wantsFragment()
  const words = searchWords(inOneText(asked.q))
  const kept = keptOf(isTyping ? asked : request.qs())
  const query = new URLSearchParams(kept).toString()
  return {
    hint: i18n.t('listings.list.search', { example }),
    words: isTyping ? words : searchWords(inOneText(request.qs().q)),
    kept,
    url: query ? `${LIST}?${query}` : LIST,
    asText: isTyping ? `${LIST}?${new URLSearchParams([...kept, ['q', `"${words}"`]])}` : null,
  }
}

function keptOf(asked: Record<string, unknown>): [string, string][] {
  return Object.entries(asked)
    .filter(([name]) => !PLACES.has(name))
    .flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)]))
}
