import { createHmac } from 'node:crypto'
import type { Captured, Origin } from './captured.ts'
import { plain } from './captured.ts'
import { emptyCapture, put } from './named_fields.ts'
import { isSame } from './secrets.ts'

/** More in one notice than Facebook ever sends. */
const MOST = 1_000

/** `X-Hub-Signature-256`, over the very bytes that were sent. */
export function isSignedBy(raw: string, signature: unknown, appSecret: string | undefined) {
  if (!appSecret) return false
  const right = createHmac('sha256', appSecret).update(raw).digest('hex')
  return isSame(signature, `sha256=${right}`)
}

/** The ids of the leads of which a notice tells. */
export function leadIdsIn(notice: unknown): string[] {
  const changes = listOf(notice, 'entry').flatMap((entry) => listOf(entry, 'changes'))
  const ids = changes
    .filter((change) => at(change, 'field') === 'leadgen')
    .map((change) => String(at(at(change, 'value'), 'leadgen_id') ?? ''))
    .filter((id) => /^\d{1,30}$/.test(id))
  return [...new Set(ids)].slice(0, MOST)
}

/** A lead as the Graph describes it. */
export function capturedFromGraph(lead: Record<string, unknown>): {
  captured: Captured
  origin: Origin
} {
  const captured = emptyCapture()
  for (const field of listOf(lead, 'field_data').slice(0, 100))
    put(captured, String(at(field, 'name') ?? ''), at(field, 'values'))
  const names = ['id', 'form_id', 'ad_id', 'ad_name', 'adset_name', 'campaign_name', 'platform']
  const told = names.flatMap((name) => (lead[name] ? [[name, plain(lead[name], 300)]] : []))
  const campaign = lead.campaign_name ? { campaign: plain(lead.campaign_name, 300) } : {}
  const detail = { facebook: Object.fromEntries(told), utm: { source: 'facebook', ...campaign } }
  return { captured, origin: { source: 'advertisement', detail } }
}

function at(value: unknown, key: string): unknown {
  return value !== null && typeof value === 'object'
    ? (value as Record<string, unknown>)[key]
    : undefined
}

function listOf(value: unknown, key: string): unknown[] {
  const list = at(value, key)
  return Array.isArray(list) ? list : []
}
