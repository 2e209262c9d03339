import type { MultipartFile } from '@adonisjs/core/bodyparser'
import type { HttpContext } from '@adonisjs/core/http'
import { AddMedium } from '../actions/add_medium.ts'
import type { MediaKind } from '../media_words.ts'
import type Listing from '../models/listing.ts'
import { mediaValidator } from '../validators/media.ts'

interface Refusal {
  key: string
  facts: Record<string, string | number | string[]>
}

/** Takes what was sent, file by file: one that is refused does not keep the others away. */
export async function takeMedia(ctx: HttpContext, listing: Listing) {
  const { kind = 'photo' } = await ctx.request.validateUsing(mediaValidator)
  const files = ctx.request.files('files')
  if (files.length === 0) return { taken: 0, refusals: [{ key: sentence('no_file'), facts: {} }] }
  const refusals: Refusal[] = []
  for (const file of files) {
    const refusal = await take(listing, file, kind)
    if (refusal) refusals.push(refusal)
  }
  return { taken: files.length - refusals.length, refusals }
}

async function take(
  listing: Listing,
  file: MultipartFile,
  kind: MediaKind
): Promise<Refusal | null> {
  const name = file.clientName
  const upload = { path: file.tmpPath ?? '', name, bytes: file.tmpPath ? file.size : 0 }
  const result = await new AddMedium().handle(listing, upload, kind)
  return result.ok ? null : { key: sentence(result.reason), facts: { ...result.facts, name } }
}

function sentence(reason: string): string {
  return `listings.media.refused.${reason}`
}
