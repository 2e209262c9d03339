import type { HttpContext } from '@adonisjs/core/http'
import { majorUnits } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { squareMetres } from '../../areas.ts'
import type { PropertyType, RentPeriod } from '../../listing_words.ts'
import type Listing from '../../models/listing.ts'
import type Property from '../../models/property.ts'
import { siteAddress } from './site_page.ts'

/** What schema.org calls the kinds of property. */
const KINDS: Partial<Record<PropertyType, string>> = {
  house: 'House',
  villa: 'House',
  cottage: 'House',
  townhouse: 'House',
  duplex: 'House',
  apartment: 'Apartment',
}

/** Codes of UN/CEFACT, as unitCode wants them. */
const PERIODS: Record<RentPeriod, string> = { day: 'DAY', week: 'WEE', month: 'MON', year: 'ANN' }

interface Told {
  url: string
  description: string
  image?: string | null
}

/**
 * The listing as search engines read it, ready to stand in a script element. `<` is written as
 * its code, so that no text can end the element.
 */
export function structuredData(ctx: HttpContext, listing: Listing, told: Told): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'RealEstateListing',
    'name': listing.title,
    'url': told.url,
    'description': told.description,
    'image': told.image ?? undefined,
    'identifier': listing.reference,
    'datePosted': (listing.activatedAt ?? listing.createdAt).toISODate(),
    'offers': offerOf(listing),
    'about': aboutProperty(ctx, listing.property),
    'provider': {
      '@type': 'RealEstateAgent',
      'name': ctx.tenant!.name,
      'url': siteAddress(ctx, '/'),
    },
  }).replaceAll('<', String.raw`\u003c`)
}

function offerOf({ priceMinor, currency, rentPeriod, dealType, status }: Listing) {
  if (priceMinor === null) return undefined
  const price = majorUnits(priceMinor, currency)
  return {
    '@type': 'Offer',
    price,
    'priceCurrency': currency,
    'businessFunction': `http://purl.org/goodrelations/v1#${dealType === 'sale' ? 'Sell' : 'LeaseOut'}`,
    'availability': `https://schema.org/${status === 'active' ? 'InStock' : 'LimitedAvailability'}`,
    ...(rentPeriod && {
      priceSpecification: {
        '@type': 'UnitPriceSpecification',
        price,
        'priceCurrency': currency,
        'unitCode': PERIODS[rentPeriod],
      },
    }),
  }
}

function aboutProperty(ctx: HttpContext, property: Property) {
  const home = KINDS[property.type]
  return {
    '@type': home ?? 'Place',
    ...(home && roomsOf(property)),
    'address': addressOf(ctx, property),
  }
}

function roomsOf({ beds, baths, sizeValue, sizeUnit, yearBuilt }: Property) {
  const size = sizeValue && sizeUnit && Math.round(squareMetres(sizeValue, sizeUnit))
  return {
    numberOfBedrooms: beds ?? undefined,
    numberOfBathroomsTotal: baths ?? undefined,
    yearBuilt: yearBuilt ?? undefined,
    floorSize: size
      ? { '@type': 'QuantitativeValue', 'value': size, 'unitCode': 'MTK' }
      : undefined,
  }
}

/** As far as the page says so: not to the door. */
function addressOf({ tenant }: HttpContext, { address, city, locality, postcode }: Property) {
  return {
    '@type': 'PostalAddress',
    'addressLocality': city ?? locality ?? undefined,
    'addressRegion': address.state ?? undefined,
    'postalCode': postcode ?? undefined,
    'addressCountry': marketPack(tenant!.market).region,
  }
}
