import type { OutwardAnswer } from '#kernel/http/outward_fetch'
import { askOutward } from './ask_outward.ts'
import type { FeedAccess } from './feed_access.ts'
import { FeedFault } from './feed_fault.ts'

/** The token that opens a feed: its own, or one that its server gives for client and secret. */
export async function tokenFor(access: FeedAccess): Promise<string> {
  if (access.auth === 'bearer') return access.secret
  const answer = await askedFor(access)
  if (answer.status === 429 || answer.status >= 500)
    throw new FeedFault('server_error', { status: answer.status, seconds: 0 })
  const token = answer.status === 200 ? tokenIn(answer) : null
  if (token === null) throw new FeedFault('token_refused')
  return token
}

/** Every server must know the first way; some that do not yet know only the second. */
async function askedFor(access: FeedAccess): Promise<OutwardAnswer> {
  const { clientId, secret, tokenUrl, near } = access
  const form = { grant_type: 'client_credentials' }
  const pair = [clientId ?? '', secret].map(encodeURIComponent).join(':')
  const authorization = `Basic ${Buffer.from(pair).toString('base64')}`
  const answer = await askOutward(tokenUrl ?? '', { form, near, headers: { authorization } })
  if (answer.status !== 400 && answer.status !== 401) return answer
  const named = { ...form, client_id: clientId ?? '', client_secret: secret, scope: 'api' }
  return askOutward(tokenUrl ?? '', { form: named, near })
}

function tokenIn({ body }: OutwardAnswer): string | null {
  try {
    const answer = JSON.parse(body.toString('utf8')) as { access_token?: unknown } | null
    return typeof answer?.access_token === 'string' ? answer.access_token : null
  } catch {
    return null
  }
}
