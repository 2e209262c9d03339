import type { HttpContext } from '@adonisjs/core/http'
import type Listing from '../../models/listing.ts'
import type Property from '../../models/property.ts'
import { type ShownMedium, mediaOf } from '../../queries/media_of.ts'
import { publicAgent } from '../../queries/site/public_agents.ts'
import { similarListings } from '../../queries/site/similar_listings.ts'
import { neighboursView } from '../neighbours_view.ts'
import { writtenArea, writtenNumber, writtenPrice } from '../written.ts'
import { cardViews } from './card_view.ts'
import { listPath, listingPath } from './site_links.ts'
import { siteAddress, sitePage } from './site_page.ts'
import { structuredData } from './structured_data.ts'

const DESCRIBED = 155

/** Everything that a listing's public page shows. */
export async function listingPageView(ctx: HttpContext, listing: Listing) {
  const { property } = listing
  const price = writtenPrice(ctx, listing)
  const place = [property.locality, property.city].filter(Boolean).join(', ')
  const path = listingPath(listing)
  const description = shortened(listing.description ?? [listing.title, place, price].join(', '))
  const url = siteAddress(ctx, path)
  const media = discreetly((await mediaOf([listing.id])).get(listing.id) ?? [], listing)
  const image = imageOf(ctx, media)
  return {
    page: sitePage(ctx, { title: listing.title, description, path, kind: 'article', image }),
    listing,
    price,
    place,
    placeUrl: property.locality ? listPath({ localities: property.locality }) : null,
    deal: ctx.i18n.t(`listings.deal_types.${listing.dealType}`),
    isTaken: listing.status === 'under_offer',
    ...picturesIn(media),
    ...wordsOf(ctx, listing),
    agent: await publicAgent(listing.ownerId),
    context: await neighboursView(ctx, listing),
    similar: await cardViews(ctx, await similarListings(listing)),
    data: structuredData(ctx, listing, { url, description, image }),
  }
}

/** A street that may not be shown stands in no caption. */
function discreetly(media: ShownMedium[], { hidesAddress, property }: Listing): ShownMedium[] {
  if (!hidesAddress) return media
  const street = property.address.line?.replace(/^\s*\d+[a-z]?,?\s+/i, '').toLowerCase()
  return media.map((one) => {
    const names = street && one.caption?.toLowerCase().includes(street)
    return { ...one, caption: names ? null : one.caption }
  })
}

/** Photos on top, plans and papers below. */
function picturesIn(media: ShownMedium[]) {
  return {
    photos: media.filter(({ kind, src }) => kind === 'photo' && src),
    papers: media.filter(({ kind, href }) => kind !== 'photo' && href),
  }
}

/** The picture that goes along where somebody shares the page. */
function imageOf(ctx: HttpContext, media: ShownMedium[]): string | null {
  const src = media.find(({ kind }) => kind === 'photo')?.src
  return src ? siteAddress(ctx, src) : null
}

function shortened(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim()
  return words.length > DESCRIBED ? `${words.slice(0, DESCRIBED).replace(/\s\S*$/, '')}…` : words
}

function wordsOf(ctx: HttpContext, listing: Listing) {
  const { description, property, hidesAddress } = listing
  return {
    paragraphs: (description ?? '').split(/\n+/).filter((text) => text.trim() !== ''),
    facts: factsOf(ctx, listing),
    features: property.features.map((key) => ctx.i18n.t(`listings.features.${key}`, {}, key)),
    map: hidesAddress ? null : mapOf(property),
  }
}

function factsOf(ctx: HttpContext, { property, reference }: Listing) {
  const fact = (key: string, value: string | null) => ({
    label: ctx.i18n.t(`listings.fields.${key}`),
    value,
  })
  return [
    fact('type', ctx.i18n.t(`listings.types.${property.type}`)),
    fact('beds', writtenNumber(ctx, property.beds)),
    fact('baths', writtenNumber(ctx, property.baths)),
    fact('size', writtenArea(ctx, property.sizeValue, property.sizeUnit)),
    fact('plot', writtenArea(ctx, property.plotValue, property.plotUnit)),
    fact('year_built', property.yearBuilt === null ? null : `${property.yearBuilt}`),
    fact('reference', reference),
  ]
}

/** About where it is: a hundred metres more or less, since nobody's door is for everybody. */
function mapOf({ latitude, longitude }: Property): string | null {
  if (latitude === null || longitude === null) return null
  const [lat, lon] = [latitude, longitude].map((degrees) => degrees.toFixed(3))
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=15/${lat}/${lon}`
}
