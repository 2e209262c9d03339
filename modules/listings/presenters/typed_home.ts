import type { HttpContext } from '@adonisjs/core/http'
import { searchWords } from '#app/records'
import { marketPack } from '#kernel/markets/packs'
import { knownPlaces } from '#kernel/places/known_places'
import { isUuid } from '#kernel/tenancy/names'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { addressKey } from '../address_key.ts'
import type { SizeUnit } from '../listing_words.ts'
import type { TypedHome } from '../queries/likenesses.ts'
import { localityOf } from '../places.ts'

const SQM: Record<SizeUnit, number> = { sqft: 0.09290304, sqm: 1 }

/** The home in a form that is not finished: what cannot be read yet is left out, never an error. */
export async function typedHome({ request, tenant }: HttpContext): Promise<TypedHome> {
  const { of, dealType, address, property } = request.qs()
  const { market } = tenant as TenantSnapshot
  const text = textsIn(address)
  const where = { locality: text('locality'), city: text('city'), postcode: text('postcode') }
  const known = localityOf(where, await knownPlaces())
  return {
    ...where,
    ...measuresIn(textsIn(property), marketPack(market).areaUnit),
    except: isUuid(of) ? of : null,
    dealType: dealType === 'rent' ? 'rent' : 'sale',
    addressKey: addressKey({ line: text('line'), unit: text('unit') }),
    locality: known?.name ?? where.locality,
  }
}

type Texts = (part: string) => string | null

function measuresIn(text: Texts, areaUnit: SizeUnit) {
  const size = number(text('size'), 1e9)
  const unit = text('sizeUnit') ?? areaUnit
  const beds = number(text('beds'), 999)
  return {
    type: text('type') ?? 'house',
    beds: beds === null ? null : Math.trunc(beds),
    sizeSqm: size && size * (SQM[unit as SizeUnit] ?? 1),
    ...placeIn(text),
  }
}

/** Half a place is none. */
function placeIn(text: Texts) {
  const [latitude, longitude] = [number(text('latitude'), 89), number(text('longitude'), 180)]
  const isWhole = latitude !== null && longitude !== null
  return isWhole ? { latitude, longitude } : { latitude: null, longitude: null }
}

function textsIn(group: unknown): Texts {
  const parts = Object(group) as Record<string, unknown>
  return (part) => searchWords(parts[part]) || null
}

/** As people type it here, with commas between thousands. */
function number(text: string | null, most: number): number | null {
  const value = text === null ? Number.NaN : Number(text.replaceAll(/[,\s]/g, ''))
  return Number.isFinite(value) && Math.abs(value) <= most ? value : null
}
