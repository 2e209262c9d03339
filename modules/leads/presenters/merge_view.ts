import type { HttpContext } from '@adonisjs/core/http'
import { addressLines } from '#kernel/markets/addresses'
import { marketPack } from '#kernel/markets/packs'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { isSame, sideFor, valuesOf } from '../merging/merge_fields.ts'
import type Lead from '../models/lead.ts'
import { sourceText } from './list_columns.ts'
import { phoneText } from './phones.ts'
import { writtenPrice } from './prices.ts'
import { namesOf } from './routing_view.ts'

/** Two leads side by side, field by field; the earlier one is at the left, and stays. */
export async function mergeView(ctx: HttpContext, one: Lead, other: Lead) {
  const [survivor, later] = [one, other].toSorted(
    (a, b) => a.createdAt.toMillis() - b.createdAt.toMillis()
  )
  const [mine, theirs] = [valuesOf(survivor), valuesOf(later)]
  const [said, saidToo] = [await wordsOf(ctx, survivor), await wordsOf(ctx, later)]
  const rows = Object.keys(said).map((key) => ({
    key,
    label: ctx.i18n.t(`leads.fields.${key}`),
    mine: said[key],
    other: saidToo[key],
    isSame: isSame(mine[key], theirs[key]),
    chosen: sideFor(mine[key], theirs[key]),
  }))
  return { survivor, later, rows: rows.filter((row) => row.mine || row.other) }
}

/** The fields as people read them; the agency's own go along by themselves. */
async function wordsOf(ctx: HttpContext, lead: Lead): Promise<Record<string, string | null>> {
  const { i18n } = ctx
  const tenant = ctx.tenant as TenantSnapshot
  const amounts = [lead.askingPriceMinor, lead.budgetMinMinor, lead.budgetMaxMinor]
  return {
    name: lead.name,
    phone: phoneText(lead, tenant),
    email: lead.email,
    intent: lead.intent && i18n.t(`leads.intents.${lead.intent}`),
    source: sourceText(ctx, lead.source),
    message: lead.message,
    budget: amounts
      .flatMap((minor) => writtenPrice(minor, lead.currency, tenant) ?? [])
      .join(' – '),
    localities: lead.localities.join(', '),
    address: addressLines(lead.address, marketPack(tenant.market)).join(', '),
    motivation: lead.motivation ? i18n.t(`leads.motivations.${lead.motivation}`) : null,
    assignee: lead.ownerId && (await namesOf([lead.ownerId])),
  }
}
