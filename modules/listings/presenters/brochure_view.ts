import type { HttpContext } from '@adonisjs/core/http'
import { Member } from '#app/members'
import { dayMoment } from '#app/records'
import { findFile } from '#kernel/files/file_store'
import { addressLines } from '#kernel/markets/addresses'
import { marketPack } from '#kernel/markets/packs'
import { today } from '#kernel/markets/time'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { Brochure } from '../brochure/brochure.ts'
import type Listing from '../models/listing.ts'
import type Property from '../models/property.ts'
import { brochurePictures } from '../queries/brochure_pictures.ts'
import { writtenArea, writtenNumber, writtenPrice } from './written.ts'

/** What a listing's brochure says, for people outside: nothing of owners, authorities and commissions. */
export async function brochureView(ctx: HttpContext, listing: Listing): Promise<Brochure> {
  const { i18n } = ctx
  await listing.load('property')
  const { property } = listing
  const tenant = ctx.tenant as TenantSnapshot
  const day = dayMoment(today(tenant.timeZone), tenant).exact
  return {
    ...lookOf(tenant),
    logo: await logoOf(tenant),
    title: listing.title,
    price: writtenPrice(ctx, listing) ?? i18n.t('listings.price.none'),
    address: addressLines(property.address, marketPack(tenant.market)).join(', '),
    facts: factsOf(ctx, listing),
    features: property.features.map((feature) => i18n.t(`listings.features.${feature}`)),
    description: listing.description,
    agent: await agentOf(listing),
    pictures: await brochurePictures(listing.id),
    footer: [tenant.name, listing.reference, i18n.t('listings.brochure.made', { day })].join(' · '),
    words: wordsOf(ctx),
    pageWords: (page, pages) => i18n.t('listings.brochure.page', { page, pages }),
  }
}

/** In the agency's colours; those of the house where it chose none. */
function lookOf({ name, branding, market }: TenantSnapshot) {
  const isHex = /^#[\da-f]{6}$/i.test(branding.primary ?? '')
  return {
    agency: name,
    colour: isHex ? branding.primary! : '#1f4e5f',
    onColour: isHex ? (branding.primaryContent ?? '#ffffff') : '#ffffff',
    paper: market === 'US' ? ('LETTER' as const) : ('A4' as const),
  }
}

async function logoOf({ branding }: TenantSnapshot): Promise<string | null> {
  const file = branding.logoFileId ? await findFile(branding.logoFileId) : null
  return file?.storageKey ?? null
}

function wordsOf({ i18n }: HttpContext): Brochure['words'] {
  const word = (key: string) => i18n.t(`listings.brochure.${key}`)
  return {
    about: word('about'),
    facts: word('facts'),
    features: word('features'),
    contact: word('contact'),
    photos: word('photos'),
  }
}

function factsOf(ctx: HttpContext, listing: Listing): Brochure['facts'] {
  const { i18n } = ctx
  const { property } = listing
  const said = {
    type: i18n.t(`listings.types.${property.type}`),
    ...measuresOf(ctx, property),
    year_built: property.yearBuilt === null ? null : `${property.yearBuilt}`,
    locality: property.locality,
    reference: listing.reference,
  }
  return Object.entries(said).flatMap(([key, value]) =>
    value ? [{ label: i18n.t(`listings.fields.${key}`), value }] : []
  )
}

function measuresOf(ctx: HttpContext, property: Property) {
  return {
    beds: writtenNumber(ctx, property.beds),
    baths: writtenNumber(ctx, property.baths),
    size: writtenArea(ctx, property.sizeValue, property.sizeUnit),
    plot: writtenArea(ctx, property.plotValue, property.plotUnit),
  }
}

async function agentOf({ ownerId }: Listing): Promise<Brochure['agent']> {
  const agent = ownerId ? await Member.find(ownerId) : null
  if (!agent || agent.state !== 'active') return null
  return { name: agent.name, lines: [agent.phone, agent.email].filter((line) => line !== null) }
}
