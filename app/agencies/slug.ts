/** Names that the platform keeps for itself or that would mislead. */
const RESERVED = new Set(
  `www app api console admin administrator root mail smtp imap pop ftp ssh dns ns ns1 ns2 mx static assets cdn media files
   status health help support docs blog about contact contacts legal terms privacy security billing pay payment payments
   account accounts login signin signup signout logout auth oauth sso portal site web dev test staging demo sandbox beta
   preview freehold platform operator operators moderator system public core gate ext pgboss postgres marketplace mailbox
   webhooks webhook abuse postmaster hostmaster noreply localhost`
    .split(/\s+/)
    .filter(Boolean)
)

export type SlugProblem = 'slug_malformed' | 'slug_reserved'

/**
 * What an agency may call its subdomain: 3 to 40 lower-case letters, digits and single hyphens,
 * beginning with a letter. Case twins are one name; punycode and `pg-` names are refused.
 */
export function slugProblem(text: string): SlugProblem | null {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text) || text.length < 3 || text.length > 40)
    return 'slug_malformed'
  if (RESERVED.has(text) || /^(?:xn|pg|t)-/.test(text)) return 'slug_reserved'
  return null
}

export function normaliseSlug(text: string): string {
  return text.trim().toLowerCase()
}
