import type { HttpContext } from '@adonisjs/core/http'
import type { BulkWork } from '#app/bulk_works'
import { customFieldsOf, inMarket, tidyTags } from '#app/records'
import { type DraftChanges, choicesFrom } from '#app/imports'
import { importDraftValidator } from '../validators/import.ts'
import { goodChoices } from './column_choices.ts'
import type { ImportFacts } from './import_options.ts'
import { Staff } from './staff.ts'

type Sent = Awaited<ReturnType<typeof sentDraft>>

/** What was sent for an import, as its draft keeps it; null where the owner is out of reach. */
export async function draftFrom(ctx: HttpContext, work: BulkWork): Promise<DraftChanges | null> {
  const sent = await sentDraft(ctx)
  const { actor } = ctx.staff
  const ownerId = sent.ownerId ?? null
  const isGood = ownerId ? (await Staff.within(actor)).byId(ownerId) !== null : mayLeaveOpen(ctx)
  if (!isGood) return null
  const facts = work.facts as unknown as ImportFacts
  const good = goodChoices(await customFieldsOf('contact'), actor.can('agency.manage'))
  return {
    mapping: choicesFrom(facts.columns, sent.columns ?? {}, good),
    options: {
      ownerId,
      tags: tidyTags((sent.tags ?? []).map((tag) => tag ?? null)),
      existing: sent.existing,
      consent: consentFrom(sent),
    },
  }
}

/** Contacts that nobody looks after: for those who may give them to anybody. */
export function mayLeaveOpen({ staff: { actor } }: HttpContext): boolean {
  return actor.reachOf('contacts.assign') === 'all'
}

function sentDraft(ctx: HttpContext) {
  return ctx.request.validateUsing(importDraftValidator, inMarket(ctx))
}

function consentFrom({ basis, how, channels }: Sent) {
  return {
    basis,
    how: basis === 'unknown' ? null : (how ?? null),
    channels: basis === 'all_agreed' ? (channels ?? []) : [],
    at: null,
  }
}
