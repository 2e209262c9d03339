import type { FeedAccess } from './feed_access.ts'

/** How many records, and how many keys, are asked for at once. */
export const RECORDS = 200
export const KEYS = 1_000
/** So few are asked for by their keys: all of these stand in the address. */
export const RETURNED = 25

type Source = Pick<FeedAccess, 'collection' | 'filter'>

/**
 * What has changed since `watermark`, that very instant included: several records may bear it, and
 * those that are known already are told by what they say.
 */
export function changesSince(source: Source, watermark: string | null, skip = 0): string {
  return asked(source, {
    since: watermark && `ModificationTimestamp ge ${watermark}`,
    options: {
      $orderby: 'ModificationTimestamp',
      $top: RECORDS,
      ...(skip > 0 && { $skip: skip }),
      $expand: 'Media',
    },
  })
}

/** The keys of all that the server has, behind `after`. */
export function keysBehind(source: Source, after: string | null): string {
  return asked(source, {
    since: after === null ? null : `ListingKey gt ${quoted(after)}`,
    options: { $select: 'ListingKey', $orderby: 'ListingKey', $top: KEYS },
  })
}

/** The records with these keys. */
export function recordsCalled(source: Source, keys: string[]): string {
  const called = keys.map((key) => `ListingKey eq ${quoted(key)}`)
  const options = { $orderby: 'ListingKey', $top: keys.length, $expand: 'Media' }
  return asked(source, { since: `(${called.join(' or ')})`, options })
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** One record, and how many there are. */
export function firstOf(source: Source): string {
  const options = { $orderby: 'ModificationTimestamp', $top: 1, $expand: 'Media', $count: 'true' }
  return asked(source, { since: null, options })
}

interface Question {
  since: string | null
  options: Record<string, string | number>
}

function asked({ collection, filter }: Source, { since, options }: Question): string {
  const own = since && filter ? `(${filter})` : filter
  const narrowed = [since, own].filter(Boolean).join(' and ')
  const all = { ...(narrowed && { $filter: narrowed }), ...options }
  const query = Object.entries(all).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${collection}?${query.join('&')}`
}
