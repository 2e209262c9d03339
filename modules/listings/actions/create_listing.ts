import { type CustomField, mergeCustom, tagRecords, tidyTags } from '#app/records'
import { done } from '#kernel/result/result'
import { currentActor } from '#kernel/tenancy/tenancy'
import ListingsCreated from '../events/listings_created.ts'
import { tellOf } from '../events/listings_event.ts'
import { type ListingDraft, listingColumns, propertyColumns } from '../listing_draft.ts'
import { localMarket } from '../local_market.ts'
import Listing from '../models/listing.ts'
import Property from '../models/property.ts'
import { keepLikenesses } from '../queries/likenesses.ts'
import { nextReferences } from './next_reference.ts'
import { notePrice } from './note_price.ts'
import { renewQuality } from './renew_quality.ts'
import { settleFacts } from './settle_facts.ts'

/** Writes down a listing, as a draft, of a property that is new or was `known` before, and tells the house. */
export class CreateListing {
  async handle(draft: ListingDraft, fields: CustomField[], known?: Property) {
    const settled = await settleFacts(draft, known && { property: known })
    if (!settled.ok) return settled

    const market = await localMarket()
    const property = await (known ?? new Property()).merge(propertyColumns(draft, market)).save()
    const [reference] = await nextReferences(1)
    const tags = tidyTags(draft.tags ?? [])
    const listing = await Listing.create({
      ...listingColumns(draft),
      ...settled.value,
      propertyId: property.id,
      reference,
      currency: market.currency,
      status: 'draft',
      tagNames: tags,
      custom: mergeCustom({}, fields, draft.custom ?? undefined),
      createdBy: currentActor().id,
    })
    await tagRecords(Listing.subjectType, [listing.id], tags)
    await this.#settle(listing)
    return done(listing)
  }

  async #settle(listing: Listing): Promise<void> {
    await notePrice(listing)
    await renewQuality(listing)
    await keepLikenesses([listing.id])
    tellOf(ListingsCreated, [listing.id])
  }
}
