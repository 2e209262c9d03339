import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { type Captured, type Origin, plain } from './captured.ts'
import { emptyCapture, put } from './named_fields.ts'

const id = () => vine.any().optional()

/** What Google sends for each lead of a lead form. */
export const googleValidator = vine.create({
  lead_id: vine.string().trim().minLength(1).maxLength(300),
  google_key: vine.string().maxLength(300),
  is_test: vine.boolean().optional(),
  user_column_data: vine
    .array(
      vine.object({
        column_id: vine.string().maxLength(200).optional(),
        column_name: vine.string().maxLength(500).optional(),
        string_value: vine.string().maxLength(10_000).optional(),
      })
    )
    .maxLength(200),
  campaign_id: id(),
  form_id: id(),
  adgroup_id: id(),
  creative_id: id(),
  gcl_id: id(),
})

const TOLD = ['lead_id', 'campaign_id', 'form_id', 'adgroup_id', 'creative_id', 'gcl_id'] as const

export function capturedFromGoogle(lead: Infer<typeof googleValidator>): {
  captured: Captured
  origin: Origin
} {
  const captured = emptyCapture()
  for (const {
    column_id: columnId,
    column_name: name,
    string_value: value,
  } of lead.user_column_data)
    put(captured, columnId ?? name ?? '', value)
  const told = TOLD.flatMap((name) => (lead[name] ? [[name, plain(lead[name], 300)]] : []))
  const detail = { google: Object.fromEntries(told), utm: { source: 'google', medium: 'cpc' } }
  return { captured, origin: { source: 'advertisement', detail } }
}
