import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { momentOf } from '#app/records'
import { whatsappLink } from '#kernel/markets/phones'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { Contact } from '#modules/contacts'
import { type Home, judge } from '../fitting/judge.ts'
import { type RecommendedRow, recommendedListings } from '../queries/recommended_listings.ts'
import type { Wanted } from '../reaching_recommendations.ts'
import { saidReasons } from './reasons_view.ts'
import { listingPath } from './site/site_links.ts'
import { siteAddress } from './site/site_page.ts'
import { writtenPrice } from './written.ts'

const SHOWN = 10

/** What to recommend for something that a contact looks for, the best first, each with its reasons. */
export async function recommendedView(ctx: HttpContext, { contact, requirement }: Wanted) {
  const url = `/app/contacts/${contact.id}/requirements/${requirement.id}/recommendations`
  const mayAct = ctx.staff.actor.reaches('contacts.update', contact)
  const rows = await recommendedListings(ctx.staff.actor, requirement)
  const items = rows
    .map((row) => ({ row, ...judge(requirement, homeOf(row)) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, SHOWN)
    .map(({ row, score, reasons }) => ({
      ...itemView(ctx, row),
      score,
      why: saidReasons(ctx, reasons),
      dismissal: `${url}/${row.id}/dismissal`,
      ways: mayAct ? waysToSend(ctx, { contact, row, log: `${url}/${row.id}/sending` }) : [],
    }))
  return { id: `recommendations-${requirement.id}`, contact, mayAct, items }
}

function homeOf(row: RecommendedRow): Home {
  return { ...row, priceMinor: row.price_minor, sizeSqm: row.size_sqm }
}

function itemView(ctx: HttpContext, row: RecommendedRow) {
  return {
    id: row.id,
    title: row.title,
    url: `/app/listings/${row.id}`,
    text: [priceOf(ctx, row), row.reference].filter(Boolean).join(' · '),
    sent: row.sent_at && momentOf(DateTime.fromJSDate(row.sent_at), ctx.tenant as TenantSnapshot),
  }
}

interface Parcel {
  contact: Contact
  row: RecommendedRow
  log: string
}

/** To each channel that is there and was not refused; only what is public has an address to send. */
function waysToSend(ctx: HttpContext, { contact, row, log }: Parcel) {
  const { primaryPhone: phone, primaryEmail: email } = contact
  const { public_title: title, reference } = row
  const path = listingPath({ title, reference })
  const address = row.visibility === 'public' ? siteAddress(ctx, path) : null
  const said = [title, priceOf(ctx, row), address].filter(Boolean).join('\n')
  const letter = `subject=${encodeURIComponent(title)}&body=${encodeURIComponent(said)}`
  const way = (kind: 'email' | 'whatsapp', href: string) => ({
    kind,
    href,
    label: ctx.i18n.t(`listings.recommended.send_${kind}`),
    log: `${log}?kind=${kind}`,
  })
  return [
    ...(email ? [way('email', `mailto:${email}?${letter}`)] : []),
    ...(phone ? [way('whatsapp', whatsappLink(phone, said))] : []),
  ].filter(({ kind }) => !contact.refuses(kind))
}

function priceOf(ctx: HttpContext, row: RecommendedRow): string | null {
  const { price_minor: priceMinor, currency, rent_period: rentPeriod } = row
  return writtenPrice(ctx, { priceMinor, currency, rentPeriod })
}
