import { carriesOut } from '#app/bulk_works'
import { SheetSteps } from '#app/exports'
import listingSheet from '../exports/listing_sheet.ts'

export const exportListings = carriesOut(
  'listings.export',
  'listings.export_listings',
  (run) => new SheetSteps(run, listingSheet)
)
