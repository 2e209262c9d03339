import type { HttpContext } from '@adonisjs/core/http'
import { manifests } from '#kernel/modules/module_registry'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import type { TodayItem, TodayProvider } from './today_provider.ts'

const MOST = 50

const hostProviders: TodayProvider[] = []

/** A host feature has something to do today, too; modules say so in their manifest. */
export function registerToday(provider: TodayProvider): void {
  hostProviders.push(provider)
}

export interface TodayList {
  items: TodayItem[]
  /** There is more than the page shows. */
  hasMore: boolean
}

/** Who to call now, and why: what all modules that are on have to say, the most pressing first. */
export async function todayList(ctx: HttpContext): Promise<TodayList> {
  const found: TodayItem[] = []
  for (const { permission, items } of await providers()) {
    if (permission === null || currentActor().can(permission))
      found.push(...(await items(ctx, MOST + 1)))
  }
  found.sort((one, other) => other.rank - one.rank)
  return { items: found.slice(0, MOST), hasMore: found.length > MOST }
}

/** The list as it now is, for htmx, with what was done; or the page itself. */
export async function renderToday(ctx: HttpContext, toast: object): Promise<string> {
  return ctx.view.render('partials/today', { today: await todayList(ctx), toast })
}

async function providers(): Promise<TodayProvider[]> {
  const { modules } = unit().tenant
  const known: TodayProvider[] = []
  for (const { name, today } of manifests) {
    if (today && modules.has(name)) known.push((await today()).default)
  }
  return [...known, ...hostProviders]
}
