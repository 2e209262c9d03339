import type { DateTime } from 'luxon'
import { marketPack } from '#kernel/markets/packs'
import { dayOf, daysAfter, relativeDay, startOfDay, today } from '#kernel/markets/time'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'

/** A time as people say it, with the exact one for those who ask. */
export interface Moment {
  iso: string
  said: string
  exact: string
}

type Words = Pick<Moment, 'said' | 'exact'>

/** Pages show the same times again and again; finding the words for one takes a while. */
const known = new Map<string, Words>()
const MOST = 20_000

/** "yesterday, 4:10 PM" near today, "12 Mar 2026" further away, in the agency's time zone. */
export function momentOf(instant: DateTime, tenant: TenantSnapshot): Moment {
  const time = instant.toMillis()
  const minute = Math.floor(time / 60_000)
  const words = remembered(String(minute), tenant, () => instantWords(instant, tenant))
  return { iso: new Date(time).toISOString(), ...words }
}

/** A day as people say it: "tomorrow", "in 5 days", "12 Mar 2026". */
export function dayMoment(day: string, tenant: TenantSnapshot): Moment {
  return { iso: day, ...remembered(day, tenant, () => dayWords(day, tenant)) }
}

/** Words hold as long as it is the same day, where times are told the same way. */
function remembered(time: string, { market, timeZone }: TenantSnapshot, find: () => Words): Words {
  const key = `${time} ${market} ${timeZone} ${today(timeZone)}`
  const found = known.get(key) ?? find()
  if (known.size >= MOST) known.clear()
  known.set(key, found)
  return found
}

function instantWords(instant: DateTime, tenant: TenantSnapshot): Words {
  const { locale } = marketPack(tenant.market)
  const there = instant.setZone(tenant.timeZone).setLocale(locale)
  const day = dayOf(instant, tenant.timeZone)
  const time = there.toLocaleString({ hour: 'numeric', minute: '2-digit' })
  return {
    said: isNear(day, tenant.timeZone)
      ? `${relativeDay(day, tenant.timeZone, locale)}, ${time}`
      : saidDay(day, locale),
    exact: there.toLocaleString({
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    }),
  }
}

function dayWords(day: string, tenant: TenantSnapshot): Words {
  const { locale } = marketPack(tenant.market)
  const midnight = startOfDay(day, 'utc').setLocale(locale)
  return {
    said: isNear(day, tenant.timeZone)
      ? relativeDay(day, tenant.timeZone, locale)
      : saidDay(day, locale),
    exact: midnight.toLocaleString({
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }),
  }
}

function saidDay(day: string, locale: string): string {
  return startOfDay(day, 'utc')
    .setLocale(locale)
    .toLocaleString({ day: 'numeric', month: 'short', year: 'numeric' })
}

function isNear(day: string, zone: string): boolean {
  const now = today(zone)
  return day > daysAfter(now, -7) && day < daysAfter(now, 7)
}
