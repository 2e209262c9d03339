import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { Member, Team } from '#app/members'
import { customFacts, customFieldsOf, dayMoment, momentOf, type Moment } from '#app/records'
import { addressLines } from '#kernel/markets/addresses'
import { marketPack } from '#kernel/markets/packs'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { EnquiryDetail } from '../enquiry.ts'
import type { SourceDetail } from '../lead_draft.ts'
import Lead from '../models/lead.ts'
import PipelineStage from '../models/pipeline_stage.ts'
import { sourceText } from './list_columns.ts'
import { phoneText } from './phones.ts'
import { writtenPrice } from './prices.ts'

interface Fact {
  label: string
  value: string | Moment | null | undefined
}

type Say = (key: string, value: Fact['value']) => Fact

/** What is known of a lead, as the page prints it. */
export async function factsOf(ctx: HttpContext, lead: Lead): Promise<Fact[]> {
  const tenant = ctx.tenant as TenantSnapshot
  const say: Say = (key, value) => ({ label: ctx.i18n.t(`leads.fields.${key}`), value })
  const fields = await customFieldsOf(Lead.subjectType)
  return [
    ...reachFacts(tenant, lead, say),
    ...wantedFacts(ctx, lead, say),
    ...sourceFacts(ctx, lead, say),
    ...(await caredForFacts(ctx, lead, say)),
    ...customFacts(fields, lead.custom, { tenant, i18n: ctx.i18n }),
    ...timeFacts(tenant, lead, say),
  ]
}

function reachFacts(tenant: TenantSnapshot, lead: Lead, say: Say): Fact[] {
  return [say('phone', phoneText(lead, tenant)), say('email', lead.email)]
}

function wantedFacts({ i18n, tenant }: HttpContext, lead: Lead, say: Say): Fact[] {
  const here = tenant as TenantSnapshot
  const price = (minor: number | null) => writtenPrice(minor, lead.currency, here)
  const budget = [price(lead.budgetMinMinor), price(lead.budgetMaxMinor)]
  return [
    say('intent', lead.intent && i18n.t(`leads.intents.${lead.intent}`)),
    say('asking_price', price(lead.askingPriceMinor)),
    say('budget', budget.filter(Boolean).join(' – ')),
    say('localities', lead.localities.join(', ')),
    say('address', addressLines(lead.address, marketPack(here.market)).join(', ')),
    say('motivation', lead.motivation ? i18n.t(`leads.motivations.${lead.motivation}`) : null),
    say('message', lead.message),
  ]
}

/** Where it came from, with what a form or an advertisement told along. */
function sourceFacts(ctx: HttpContext, { source, sourceDetail }: Lead, say: Say): Fact[] {
  const { utm, firstPage, referrer, enquiry } = sourceDetail
  const campaign = Object.entries(utm ?? {}).map(([key, value]) => `${key}: ${value}`)
  return [
    ...checkedFacts(ctx, sourceDetail, say),
    say('source', sourceText(ctx, source)),
    say('utm', campaign.join(', ')),
    say('first_page', firstPage),
    say('referrer', referrer),
    ...(enquiry ? enquiryFacts(ctx, enquiry, say) : []),
  ]
}

/** What a form of the site asked for, when it would suit, and since when they agree to be kept. */
function enquiryFacts(ctx: HttpContext, enquiry: EnquiryDetail, say: Say): Fact[] {
  const { i18n } = ctx
  const tenant = ctx.tenant as TenantSnapshot
  const wishes = (enquiry.wishes ?? []).map(({ day, part }) => {
    const words = [dayMoment(day, tenant).said, part && i18n.t(`leads.enquiry.parts.${part}`)]
    return words.filter(Boolean).join(', ')
  })
  return [
    say('asks_for', i18n.t(`leads.enquiry.kinds.${enquiry.kind}`)),
    say('wished_times', wishes.join('; ')),
    say('agreed', momentOf(DateTime.fromISO(enquiry.agreedAt), tenant)),
  ]
}

/** What a machine's door found out, and what it could not read. */
function checkedFacts({ i18n }: HttpContext, detail: SourceDetail, say: Say): Fact[] {
  const { phoneKind, phoneWritten, review, answers } = detail
  const words = (review ?? []).map((flag) => i18n.t(`leads.review.${flag}`, {}, flag))
  const said = Object.entries(answers ?? {}).map(([name, text]) => `${name}: ${text}`)
  return [
    say('review', words.join(', ')),
    say('phone_kind', phoneKind && i18n.t(`leads.phone_kinds.${phoneKind}`)),
    say('phone_written', phoneWritten),
    say('answers', said.join('\n')),
  ]
}

async function caredForFacts({ i18n }: HttpContext, lead: Lead, say: Say): Promise<Fact[]> {
  return [
    say('assignee', (await nameOf(Member, lead.ownerId)) ?? i18n.t('leads.nobody')),
    say('keeper', lead.keeperId === lead.ownerId ? null : await nameOf(Member, lead.keeperId)),
    say('team', await nameOf(Team, lead.teamId)),
    say('stage', lead.stageId && (await PipelineStage.find(lead.stageId))?.label),
  ]
}

function timeFacts(tenant: TenantSnapshot, lead: Lead, say: Say): Fact[] {
  const at = (instant: DateTime | null) => instant && momentOf(instant, tenant)
  return [
    say('created', at(lead.createdAt ?? DateTime.utc())),
    say('first_responded', at(lead.firstRespondedAt)),
    say('converted', at(lead.convertedAt)),
  ]
}

async function nameOf(
  model: typeof Member | typeof Team,
  id: string | null
): Promise<string | null> {
  if (id === null) return null
  const row = await model.query().where('id', id).select('name').first()
  return row?.name ?? null
}
