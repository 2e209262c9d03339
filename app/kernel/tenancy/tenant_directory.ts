import config from '#config/tenancy'
import { effectiveModules } from '#kernel/modules/module_registry'
import { noticeBoard } from './notice_board.ts'
import { tenantRole } from './names.ts'
import { coreSql } from './sql.ts'
import type { TenantSnapshot, TenantStatus } from './tenant.ts'

interface TenantRow {
  id: string
  slug: string
  name: string
  host: string
  market: TenantSnapshot['market']
  currency: string
  time_zone: string
  status: TenantStatus
  plan: string
  plan_modules: string[]
  trial_ends_at: Date | null
  branding: TenantSnapshot['branding']
  data_key: string
  installation: string
  addons: string[]
  switched_on: string[]
  failed: string[]
}

interface Entry {
  snapshot: TenantSnapshot | null
  until: number
}

/**
 * Agencies by host and by id, kept in this process for 30 s at most and dropped at once when
 * `freehold_tenants` announces a change. An unknown host is remembered too, for as long.
 */
class TenantDirectory {
  #byHost = new Map<string, Entry>()
  #byId = new Map<string, Entry>()
  /** What is being read while something is forgotten may be the old state: it is not kept. */
  #forgettings = 0

  constructor() {
    noticeBoard.on('freehold_tenants', (id) => this.forget(id))
    noticeBoard.onGap(() => this.forgetAll())
  }

  async byHost(host: string): Promise<TenantSnapshot | null> {
    return this.#look(this.#byHost, host, () => this.#load('h.host = ?', host))
  }

  async byId(id: string): Promise<TenantSnapshot | null> {
    return this.#look(this.#byId, id, () => this.#load('t.id = ?', id))
  }

  forget(id: string): void {
    this.#forgettings += 1
    this.#byId.delete(id)
    // A host that was unknown may have just come into being.
    for (const [host, entry] of this.#byHost) {
      if (entry.snapshot === null || entry.snapshot.id === id) this.#byHost.delete(host)
    }
  }

  forgetAll(): void {
    this.#forgettings += 1
    this.#byHost.clear()
    this.#byId.clear()
  }

  async #look(map: Map<string, Entry>, key: string, load: () => Promise<TenantSnapshot | null>) {
    const known = map.get(key)
    if (known && known.until > Date.now()) return known.snapshot
    const before = this.#forgettings
    const snapshot = await load()
    if (before !== this.#forgettings) return snapshot
    if (map.size > 20_000) map.clear()
    map.set(key, { snapshot, until: Date.now() + config.hostCacheTtl })
    return snapshot
  }

  async #load(condition: string, value: string): Promise<TenantSnapshot | null> {
    const { rows } = await coreSql<TenantRow>(
      `select t.id, t.slug, t.name, t.market, t.currency, t.time_zone, t.status, t.branding, t.data_key, t.trial_ends_at,
              coalesce(trial.key, p.key) as plan, coalesce(trial.modules, p.modules) as plan_modules,
              (select id from installation) as installation,
              (select host from tenant_hosts where tenant_id = t.id order by kind, host limit 1) as host,
              array(select module from tenant_addons where tenant_id = t.id and (ends_at is null or ends_at > now())) as addons,
              array(select module from module_switches where tenant_id = t.id and state = 'on') as switched_on,
              array(select module from module_switches where tenant_id = t.id and state = 'failed') as failed
         from tenants t
         join plan_versions p on p.id = t.plan_version_id
         left join plan_versions trial on trial.id = t.trial_plan_version_id and t.trial_ends_at > now()
        where t.id = (select t.id from tenants t left join tenant_hosts h on h.tenant_id = t.id where ${condition} limit 1)`,
      [value]
    )
    return rows[0] ? snapshotOf(rows[0]) : null
  }
}

export const tenantDirectory = new TenantDirectory()

function snapshotOf(row: TenantRow): TenantSnapshot {
  const allowed = new Set([...row.plan_modules, ...row.addons])
  const switchedOn = new Set(row.switched_on)
  return Object.freeze({
    id: row.id,
    slug: row.slug,
    name: row.name,
    host: row.host,
    market: row.market,
    currency: row.currency,
    timeZone: row.time_zone,
    status: row.status,
    role: tenantRole(row.installation, row.id),
    plan: row.plan,
    planModules: allowed,
    trialEndsAt: row.trial_ends_at,
    branding: row.branding,
    dataKey: row.data_key,
    switchedOn,
    failedModules: new Set(row.failed),
    modules: effectiveModules(allowed, switchedOn),
  })
}
