import type { HttpContext } from '@adonisjs/core/http'

/** How somebody came to the public site. */
export interface Arrival {
  utm?: Record<string, string>
  firstPage?: string
  referrer?: string
}

const TAGS = ['source', 'medium', 'campaign', 'term', 'content']

/**
 * Keeps with which page a visit began, and where from. It travels in the visitor's own cookie,
 * which is why it is kept short; of staff who look at their site nothing is kept.
 */
export function rememberArrival({ request, session }: HttpContext): void {
  const isSignedIn = Object.keys(session.all()).some((key) => key.startsWith('auth_'))
  if (request.method() !== 'GET' || isSignedIn || session.has('arrival')) return
  session.put('arrival', {
    firstPage: request.url(true).slice(0, 300),
    referrer: referrerFrom(request.header('referer'), request.host()),
    utm: tagsIn(request.qs()),
  })
}

export function arrivalOf({ session }: HttpContext): Arrival {
  return (session.get('arrival') as Arrival | undefined) ?? {}
}

/** Another site; our own pages say nothing. */
function referrerFrom(text: string | undefined, host: string | null): string | undefined {
  const address = text ? URL.parse(text) : null
  return address && address.host !== host ? text!.slice(0, 300) : undefined
}

function tagsIn(asked: Record<string, unknown>): Record<string, string> | undefined {
  const told = TAGS.map((tag) => [tag, asked[`utm_${tag}`]] as const).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''
  )
  if (told.length === 0) return undefined
  return Object.fromEntries(told.map(([tag, value]) => [tag, value.slice(0, 100)]))
}
