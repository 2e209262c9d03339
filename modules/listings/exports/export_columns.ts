import type { I18n } from '@adonisjs/i18n'
import { type CustomField, customCell, dayAndTime } from '#app/records'
import { majorUnits } from '#kernel/markets/money'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type Listing from '../models/listing.ts'

interface ExportReader {
  i18n: I18n
  tenant: TenantSnapshot
}

interface ExportColumn {
  heading: string
  cell(listing: Listing): string
}

type Cells = Record<string, ExportColumn['cell']>

/** Every column of an export, headed and worded so that an import reads them again. */
export function exportColumns(fields: CustomField[], reader: ExportReader): ExportColumn[] {
  const cells = { ...offered(reader), ...PROPERTY, ...WHERE, ...care(reader), ...ended(reader) }
  const known = Object.entries(cells).map(([key, cell]) => ({
    heading: reader.i18n.t(`listings.export.columns.${key}`),
    cell,
  }))
  const own = fields.map((field) => ({
    heading: field.label,
    cell: ({ custom }: Listing) => customCell(field, custom[field.key], reader),
  }))
  return [...known, ...own]
}

function offered({ i18n }: ExportReader): Cells {
  const said = (words: string, word: string | null) =>
    word ? i18n.t(`listings.${words}.${word}`) : ''
  return {
    reference: ({ reference }) => reference,
    title: ({ title }) => title,
    status: ({ status }) => said('statuses', status),
    deal_type: ({ dealType }) => said('deal_types', dealType),
    type: ({ property }) => said('types', property.type),
    price: ({ priceMinor, currency }) => amount(priceMinor, currency),
    currency: ({ currency }) => currency,
    rent_period: ({ rentPeriod }) => rentPeriod ?? '',
    visibility: ({ visibility }) => said('visibilities', visibility),
    category: ({ $extras }) => text($extras.category_name),
    description: ({ description }) => description ?? '',
  }
}

const PROPERTY: Cells = {
  beds: ({ property }) => text(property.beds),
  baths: ({ property }) => text(property.baths),
  size: ({ property }) => text(property.sizeValue),
  size_unit: ({ property }) => property.sizeUnit ?? '',
  plot: ({ property }) => text(property.plotValue),
  plot_unit: ({ property }) => property.plotUnit ?? '',
  year_built: ({ property }) => text(property.yearBuilt),
  features: ({ property }) => property.features.join(', ').replaceAll('_', ' '),
}

const WHERE: Cells = {
  address_line: ({ property }) => property.address.line ?? '',
  unit: ({ property }) => property.address.unit ?? '',
  locality: ({ property }) => property.locality ?? '',
  city: ({ property }) => property.city ?? '',
  state: ({ property }) => property.address.state ?? '',
  postcode: ({ property }) => property.postcode ?? '',
  latitude: ({ property }) => text(property.latitude),
  longitude: ({ property }) => text(property.longitude),
}

function care({ i18n }: ExportReader): Cells {
  return {
    agent_name: ({ $extras }) => text($extras.agent_name),
    agent_email: ({ $extras }) => text($extras.agent_email),
    authority_kind: ({ authorityKind }) =>
      authorityKind ? i18n.t(`listings.authority_kinds.${authorityKind}`) : '',
    authority_from: ({ authorityFrom }) => authorityFrom ?? '',
    authority_until: ({ authorityUntil }) => authorityUntil ?? '',
    commission_percent: ({ commissionPercent }) => text(commissionPercent),
    commission_terms: ({ commissionTerms }) => commissionTerms ?? '',
    quality: ({ qualityScore }) => text(qualityScore),
    fresh_until: ({ freshUntil }) => freshUntil ?? '',
    tags: ({ tagNames }) => tagNames.join(', '),
  }
}

function ended({ i18n, tenant }: ExportReader): Cells {
  return {
    created_at: ({ createdAt }) => dayAndTime(createdAt.toJSDate(), tenant.timeZone),
    closed_as: ({ closedAs }) => (closedAs ? i18n.t(`listings.closed_as.${closedAs}`) : ''),
    closed_on: ({ closedOn }) => closedOn ?? '',
    closed_price: ({ closedPriceMinor, currency }) => amount(closedPriceMinor, currency),
  }
}

function amount(minor: number | null, currency: string): string {
  return minor === null ? '' : majorUnits(minor, currency)
}

function text(value: unknown): string {
  return String(value ?? '')
}
