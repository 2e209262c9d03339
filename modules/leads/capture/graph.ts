import { createHmac } from 'node:crypto'
import config from '#config/capture'
import type { Secrets } from './secrets.ts'

export type GraphAnswer =
  | { ok: true; lead: Record<string, unknown> }
  /** `isFinal`: asking again would not help. */
  | { ok: false; problem: string; isFinal: boolean }

/** Who tells the rest of a lead of which only the id is known. */
export interface LeadDetails {
  fetch(leadId: string, secrets: Secrets): Promise<GraphAnswer>
}

const FIELDS =
  'id,created_time,form_id,ad_id,ad_name,adset_name,campaign_name,platform,is_organic,field_data'
const MOST_BYTES = 1_000_000

/** Facebook's Graph, asked as the page. */
export const graph: LeadDetails = {
  async fetch(leadId, { appSecret = '', pageToken = '' }) {
    // Proves that whoever holds the page's token also knows the app's secret.
    const proof = createHmac('sha256', appSecret).update(pageToken).digest('hex')
    const question = new URLSearchParams({ fields: FIELDS, appsecret_proof: proof })
    try {
      const response = await fetch(`${config.graphUrl}/${leadId}?${question}`, {
        headers: { authorization: `Bearer ${pageToken}`, accept: 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(config.graphPatience),
      })
      return await answerOf(response)
    } catch {
      return { ok: false, problem: 'unreachable', isFinal: false }
    }
  },
}

async function answerOf(response: Response): Promise<GraphAnswer> {
  const { status } = response
  if (status === 401 || status === 403) return refusedAs('not_allowed', true)
  if (status === 404) return refusedAs('not_there', true)
  if (!response.ok) return refusedAs('unreachable', status === 400)
  const lead: unknown = JSON.parse(await textOf(response))
  if (lead === null || typeof lead !== 'object') return refusedAs('unreadable', true)
  return { ok: true, lead: lead as Record<string, unknown> }
}

function refusedAs(problem: string, isFinal: boolean): GraphAnswer {
  return { ok: false, problem, isFinal }
}

/** No more than a lead can be long, whatever comes. */
async function textOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body ?? []) {
    bytes += part.length
    if (bytes > MOST_BYTES) throw new Error('too long')
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}
