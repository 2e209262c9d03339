import i18nManager from '@adonisjs/i18n/services/main'
import { staffEntry } from '#app/members'
import type { LongRun } from '#kernel/events/listener'
import { sendLetter } from '#kernel/mail/letters'
import { formatPrice } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { listingPath } from '../presenters/site/site_links.ts'
import { originOf, pauseLink } from './pause_link.ts'
import {
  type Due,
  type FoundListing,
  type Letter,
  type SuppressedBecause,
  addressOf,
  takeLetters,
} from './take_letters.ts'

/** Sends the letters that are due, some searches at a time. One that cannot go out waits again. */
export async function sendAlerts(due: Due, run: LongRun): Promise<void> {
  for (;;) {
    run.signal.throwIfAborted()
    const taken = await run.inUnit(async () => ({
      tenant: unit().tenant,
      letters: await takeLetters(due),
    }))
    // `undefined` where the agency was suspended meanwhile.
    if (!taken?.letters.length) return
    await sendAll(taken, run)
  }
}

interface Taken {
  tenant: TenantSnapshot
  letters: Letter[]
}

async function sendAll({ tenant, letters }: Taken, run: LongRun): Promise<void> {
  const open = new Set(letters)
  try {
    for (const letter of letters) {
      const settled = await sendOne(tenant, letter)
      open.delete(letter)
      await run.inUnit(() => settle(settled))
    }
  } finally {
    if (open.size > 0) await run.inUnit(() => putBack([...open]))
  }
}

type Settled = Map<SuppressedBecause | 'sent', FoundListing[]>

async function sendOne(tenant: TenantSnapshot, letter: Letter): Promise<Settled> {
  const { to, name, because } = { to: null, name: '', because: null, ...addressOf(letter) }
  if (because) return new Map([[because, letter.found]])
  const isSeen = await sightOf(tenant, letter)
  const settled: Settled = Map.groupBy(letter.found, (one) =>
    one.is_over ? 'over' : isSeen(one) ? 'sent' : 'out_of_reach'
  )
  const found = settled.get('sent') ?? []
  if (to && found.length > 0) await write(tenant, { letter, to, name, found })
  return settled
}

/** A colleague hears of what they may see now, a client of what everybody may. */
async function sightOf(tenant: TenantSnapshot, { search, member }: Letter) {
  if (search.forContact) return (one: FoundListing) => one.is_public
  const actor = member && (await staffEntry(tenant, member.identityId))?.actor
  return (one: FoundListing) =>
    actor?.reaches('listings.view', { ownerId: one.owner_id, teamId: one.team_id }) ?? false
}

interface Written {
  letter: Letter
  to: string
  name: string
  found: FoundListing[]
}

async function write(tenant: TenantSnapshot, { letter, to, name, found }: Written): Promise<void> {
  const { search } = letter
  const pause = pauseLink(tenant.host, search.id)
  const words = i18nManager.locale('en')
  await sendLetter({
    to,
    subject: words.t('listings.alerts.letters.subject', { count: found.length, name: search.name }),
    view: 'listings::letters/matches',
    state: {
      ...{ name, agency: tenant.name, search: search.name, pause },
      listings: found.map((one) => shown(tenant, one, !search.forContact)),
    },
    headers: {
      'List-Unsubscribe': `<${pause}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  })
}

/** Colleagues are led to the record, clients to the page that the agency shows of it, and read what stands there. */
function shown({ host, market }: TenantSnapshot, one: FoundListing, isStaff: boolean) {
  const { locale } = marketPack(market)
  const title = isStaff ? one.title : one.public_title
  const path = isStaff ? `/app/listings/${one.listing_id}` : listingPath({ ...one, title })
  return {
    title,
    reason: one.reason,
    place: one.locality,
    price: one.price_minor === null ? null : formatPrice(one.price_minor, one.currency, locale),
    period: one.rent_period,
    link: `${originOf(host)}${path}`,
  }
}

async function settle(settled: Settled): Promise<void> {
  for (const [how, found] of settled) {
    const because = how === 'sent' ? null : how
    await unitSql(
      `update search_alerts set state = ?, suppressed_because = ?, settled_at = now() where id = any(?::uuid[])`,
      [because ? 'suppressed' : 'sent', because, found.map(({ alert_id: id }) => id)]
    )
  }
}

async function putBack(letters: Letter[]): Promise<void> {
  const ids = letters.flatMap(({ found }) => found.map(({ alert_id: id }) => id))
  await unitSql(
    `update search_alerts set state = 'waiting', settled_at = null where id = any(?::uuid[])`,
    [ids]
  )
}
