import { type Result, done, refused } from '#kernel/result/result'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { colleagues } from '#app/members'
import { isFeedAddress } from '../feeds/feed_address.ts'
import { sealSecret } from '../feeds/feed_secrets.ts'
import ListingFeed, { type FeedAuth, type FeedManner } from '../models/listing_feed.ts'
import { assignable } from '../queries/colleagues.ts'

interface Draft {
  name: string
  serviceUrl: string
  resource: string
  filter?: string | null
  auth: FeedAuth
  tokenUrl?: string | null
  clientId?: string | null
  secret?: string | null
  applies: FeedManner
  isOn?: boolean | null
  ownerId?: string | null
  version?: number | null
}

/** Why a feed was not written down, and the field beside which that is said. */
export const FAULT_FIELDS = {
  bad_service_url: 'serviceUrl',
  bad_resource: 'resource',
  bad_token_url: 'tokenUrl',
  client_missing: 'clientId',
  secret_missing: 'secret',
  name_taken: 'name',
  not_assignable: 'ownerId',
} as const

type Fault = keyof typeof FAULT_FIELDS

/** Writes down where listings come from; of a known feed, only over the version that was seen. */
export async function saveFeed(
  known: ListingFeed | null,
  draft: Draft
): Promise<Result<ListingFeed, Fault | 'stale'>> {
  const fault = await faultOf(known, draft)
  if (fault) return refused(fault)
  const feed = await written(known, draft)
  if (!feed) return refused('stale')
  if (draft.secret) await feed.merge({ secrets: sealSecret(draft.secret, feed.id) }).save()
  note(known ? 'changed' : 'added', feed)
  return done(feed)
}

async function written(known: ListingFeed | null, draft: Draft): Promise<ListingFeed | null> {
  const columns = columnsOf(draft)
  if (!known) return ListingFeed.create({ ...columns, createdBy: currentActor().id })
  const isOther = sourceOf(known) !== sourceOf(draft)
  known.merge({ ...columns, ...(isOther && { watermark: null, keysComparedAt: null }) })
  return (await known.saveSeen(draft.version ?? 0)) ? known : null
}

async function faultOf(known: ListingFeed | null, draft: Draft): Promise<Fault | null> {
  return faultOfWay(draft) ?? faultOfSecret(known, draft) ?? (await faultOfRest(known, draft))
}

function columnsOf({ name, serviceUrl, resource, auth, applies, ...draft }: Draft) {
  const { tokenUrl = null, clientId = null } = auth === 'oauth2' ? draft : {}
  const { filter = null, isOn, ownerId = null } = draft
  const plain = { name, serviceUrl, resource, auth, applies }
  return { ...plain, filter, tokenUrl, clientId, isOn: isOn === true, ownerId }
}

function faultOfWay({ serviceUrl, resource, auth, tokenUrl, clientId }: Draft): Fault | null {
  if (!isFeedAddress(serviceUrl)) return 'bad_service_url'
  if (!/^[a-z_]\w*$/i.test(resource)) return 'bad_resource'
  if (auth === 'bearer') return null
  if (!tokenUrl || !isFeedAddress(tokenUrl)) return 'bad_token_url'
  return clientId ? null : 'client_missing'
}

/** A secret belongs to the server that gave it: who names another one must know it. */
function faultOfSecret(known: ListingFeed | null, draft: Draft): Fault | null {
  if (draft.secret) return null
  if (!known?.secrets) return 'secret_missing'
  return receiverOf(known) === receiverOf(draft) ? null : 'secret_missing'
}

type Receiver = Pick<Draft, 'auth' | 'serviceUrl' | 'tokenUrl'>

function receiverOf({ auth, serviceUrl, tokenUrl }: Receiver): string {
  const addresses = [serviceUrl, auth === 'oauth2' ? (tokenUrl ?? '') : '']
  return [auth, ...addresses.map((one) => URL.parse(one)?.origin)].join(' ')
}

async function faultOfRest(known: ListingFeed | null, draft: Draft): Promise<Fault | null> {
  const { name, ownerId } = draft
  const namesake = await ListingFeed.query().whereRaw('lower(name) = lower(?)', [name]).first()
  if (namesake && namesake.id !== known?.id) return 'name_taken'
  if (!ownerId || ownerId === known?.ownerId) return null
  const staff = assignable(currentActor(), await colleagues())
  return staff.some(({ id }) => id === ownerId) ? null : 'not_assignable'
}

/** What is heard from elsewhere, or narrowed in another way, is heard from its beginning. */
function sourceOf({
  serviceUrl,
  resource,
  filter,
}: Pick<Draft, 'serviceUrl' | 'resource' | 'filter'>) {
  return [serviceUrl, resource, filter ?? ''].join('\n')
}

function note(what: string, { id, name }: ListingFeed): void {
  unit().audit({
    action: `listings.feed_${what}`,
    subjectType: 'listing_feed',
    subjectId: id,
    facts: { name },
  })
}
