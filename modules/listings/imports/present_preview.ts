import type { HttpContext } from '@adonisjs/core/http'
import { saidProblem } from '#app/imports'
import { addressLines } from '#kernel/markets/addresses'
import { formatPrice } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import type { FedFacts, FedListing, ReadRow } from '../importing/fed_listing.ts'
import type { ListingField } from '../importing/listing_fields.ts'

export const PREVIEW_COLUMNS = ['listing', 'offer', 'property', 'address', 'people'] as const

type PreviewColumn = (typeof PREVIEW_COLUMNS)[number]

const HOMES: Partial<Record<PreviewColumn, ListingField[]>> = {
  offer: ['price', 'deal_type', 'rent_period', 'status'],
  property: [
    'type',
    'beds',
    'baths',
    'size',
    'size_unit',
    'plot',
    'plot_unit',
    'year_built',
    'features',
  ],
  address: [
    'address_line',
    'unit',
    'locality',
    'city',
    'state',
    'postcode',
    'latitude',
    'longitude',
  ],
  people: ['agent_email', 'owner_name', 'owner_phone', 'owner_email', 'photo'],
}

/** The first rows as listings, each cell with what is wrong with it. */
export function previewOf(ctx: HttpContext, rows: ReadRow[]) {
  return rows.map(({ row, fed, problems }) => ({
    line: row.line,
    isRefused: fed === null,
    cells: PREVIEW_COLUMNS.map((key) => ({
      key,
      lines: fed ? linesOf(ctx, fed)[key].filter(Boolean) : [],
      problems: problems
        .filter(({ field }) => homeOf(field) === key)
        .map((problem) => saidProblem(ctx, problem)),
    })),
  }))
}

/** What is nobody's own stands with the name, where the row begins. */
function homeOf(field: ListingField | null): PreviewColumn {
  const home = PREVIEW_COLUMNS.find((column) => field && HOMES[column]?.includes(field))
  return home ?? 'listing'
}

function linesOf(ctx: HttpContext, fed: FedListing): Record<PreviewColumn, string[]> {
  const { facts } = fed
  return {
    listing: [facts.title, fed.externalId ?? fed.reference, facts.description].map(orNothing),
    offer: offerLines(ctx, fed),
    property: propertyLines(ctx, facts),
    address: addressIn(ctx, facts),
    people: peopleLines(ctx, fed),
  }
}

function orNothing(text: string | null | undefined): string {
  return text ?? ''
}

function peopleLines({ i18n }: HttpContext, { agentCalled, owner, photos }: FedListing): string[] {
  const count = photos.length
  return [
    orNothing(agentCalled),
    [owner?.name, owner?.phone, owner?.email].filter(Boolean).join(', '),
    count > 0 ? i18n.t('listings.import.preview.photos', { count }) : '',
  ]
}

function offerLines(ctx: HttpContext, { facts, status }: FedListing): string[] {
  const { i18n } = ctx
  const { currency, locale } = marketPack(ctx.tenant!.market)
  const { price_minor: price, deal_type: deal } = facts
  return [
    price === undefined ? '' : formatPrice(price, currency, locale),
    deal ? i18n.t(`listings.deal_types.${deal}`) : '',
    status ? i18n.t(`listings.statuses.${status}`) : '',
  ]
}

function propertyLines({ i18n }: HttpContext, facts: Partial<FedFacts>): string[] {
  const area = (value?: number, unit?: string) =>
    value === undefined ? '' : `${i18n.formatNumber(value)} ${i18n.t(`listings.units.${unit}`)}`
  const rooms = (['beds', 'baths', 'year_built'] as const).filter((key) => facts[key] !== undefined)
  return [
    facts.type ? i18n.t(`listings.types.${facts.type}`) : '',
    ...rooms.map((key) => `${i18n.t(`listings.fields.${key}`)}: ${facts[key]}`),
    area(facts.size_value, facts.size_unit),
    area(facts.plot_value, facts.plot_unit),
    (facts.features ?? []).map((one) => i18n.t(`listings.features.${one}`)).join(', '),
  ]
}

function addressIn(ctx: HttpContext, { address = {}, latitude, longitude }: Partial<FedFacts>) {
  const place = latitude === undefined ? '' : `${latitude}, ${longitude}`
  return [...addressLines(address, marketPack(ctx.tenant!.market)), place]
}
