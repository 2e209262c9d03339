import {
  type CustomField,
  type FieldChange,
  mergeCustom,
  noteChange,
  retagRecord,
  tidyTags,
} from '#app/records'
import { done, refused } from '#kernel/result/result'
import { tellOf } from '../events/listings_event.ts'
import ListingsPriceChanged from '../events/listings_price_changed.ts'
import ListingsUpdated from '../events/listings_updated.ts'
import { type ListingDraft, listingColumns, propertyColumns } from '../listing_draft.ts'
import { localMarket } from '../local_market.ts'
import Listing from '../models/listing.ts'
import { differences, listingInWords } from '../queries/listing_in_words.ts'
import { chooseKept, keepFields } from './keep_fields.ts'
import { notePrice } from './note_price.ts'
import { renewQuality } from './renew_quality.ts'
import { settleFacts } from './settle_facts.ts'

interface Seen {
  version: number
  fields: CustomField[]
}

/** Changes a listing and its property, notes on the timeline what changed, and tells the house. */
export class UpdateListing {
  async handle(listing: Listing, draft: ListingDraft, { version, fields }: Seen) {
    await listing.load('property')
    const { property } = listing
    const settled = await settleFacts(draft, { listing, property })
    if (!settled.ok) return settled

    const before = await listingInWords(listing, fields)
    const price = priceOf(listing)
    const tags = tidyTags(draft.tags ?? [])
    listing.merge({
      ...listingColumns(draft),
      ...settled.value,
      tagNames: tags,
      custom: mergeCustom(listing.custom, fields, draft.custom ?? undefined),
    })
    property.merge(propertyColumns(draft, await localMarket()))
    if (!(await listing.saveSeen(version))) return refused('stale')

    await property.save()
    await retagRecord(Listing.subjectType, listing.id, tags)
    if (price !== priceOf(listing)) await this.#reprice(listing)
    const changes = differences(before, await listingInWords(listing, fields))
    await this.#note(listing, draft, changes)
    await renewQuality(listing)
    tellOf(ListingsUpdated, [listing.id])
    return done(listing)
  }

  async #note(listing: Listing, { lockedFields }: ListingDraft, changes: FieldChange[]) {
    await noteChange(Listing.subjectType, [listing.id], changes)
    await chooseKept(listing, lockedFields)
    await keepFields(listing, changes.map(fieldName))
  }

  async #reprice(listing: Listing): Promise<void> {
    await notePrice(listing)
    tellOf(ListingsPriceChanged, [listing.id])
  }
}

/** "listings.fields.price" is the price. */
function fieldName({ field }: FieldChange): string {
  return field === 'listings.fields.rent_period'
    ? 'deal_type'
    : field.slice('listings.fields.'.length)
}

function priceOf({ priceMinor, rentPeriod }: Listing): string {
  return `${priceMinor} ${rentPeriod}`
}
