import type { HttpContext } from '@adonisjs/core/http'
import { judgedBy } from '../actions/renew_quality.ts'
import type Listing from '../models/listing.ts'
import { type Judged, qualityFactors } from '../quality.ts'

/** Where the form takes what a draft may lack; photos have a page of their own. */
const fields: Record<string, string> = {
  price: 'price',
  description: 'description',
  address: 'address-line',
  size: 'property-size',
  rooms: 'property-beds',
  features: 'property-features',
  authority: 'authorityUntil',
}

/** What a draft says nothing of yet, the most important first, each with the place to say it. */
export async function missingFrom({ i18n }: HttpContext, listing: Listing | null) {
  if (listing?.status !== 'draft') return []
  const judged = await judgedBy(listing)
  const lacking = qualityFactors(judged).filter(({ key, points }) => points === 0 && isSaid(key))
  const missing = lacking.map(({ key }) => ({
    text: i18n.t(`listings.quality.names.${key}`),
    href: key === 'photos' ? `/app/listings/${listing.id}/media` : fieldFor(key, judged),
  }))
  if (listing.property.ownerContactId) return missing
  const owner = { text: i18n.t('listings.fields.owner'), href: '#field-listing-ownerSearch' }
  return [owner, ...missing]
}

/** Land is measured as a plot. */
function fieldFor(key: string, { property }: Judged): string {
  const isPlot = key === 'size' && ['land', 'farm'].includes(property.type)
  return `#field-listing-${isPlot ? 'property-plot' : fields[key]}`
}

function isSaid(key: string): boolean {
  return key === 'photos' || key in fields
}
