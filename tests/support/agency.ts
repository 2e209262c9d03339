import { SignUpAgency, plansOnSale } from '#app/agencies'
import { Identity, hashPassword } from '#app/identity'
import { STAFF_CHANGED, staffEntry, staffRoles, type StaffRole } from '#app/members'
import { awaitFleet, requestFleet } from '#kernel/fleet/fleet_tasks'
import { ownerPool } from '#kernel/fleet/owner'
import { type MarketKey } from '#kernel/markets/market_pack'
import { dependantsOf, moduleNames } from '#kernel/modules/module_registry'
import { schemaName } from '#kernel/tenancy/names'
import { announce, coreSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { noticesHeard } from './notices.ts'
import { type TestPerson, type TestSession, enrol, openSessions } from './test_staff.ts'
import { wipeSql } from './wipe.ts'

export const PASSWORD = 'a long walk by the sea'

/**
 * A real agency of this test process, opened through sign-up, with one person for each staff
 * role. `reset` brings it back to how it was in the beginning.
 */
export class TestAgency {
  readonly slug: string
  readonly market: MarketKey
  #identities = new Map<StaffRole, string>()
  #sessions = new Map<StaffRole, TestSession>()
  #id = ''
  #wipe = ''
  #passwordHash = ''

  constructor(slug: string, market: MarketKey) {
    this.slug = slug
    this.market = market
  }

  get id(): string {
    return this.#id
  }

  get host(): string {
    return `${this.slug}.freehold.localhost`
  }

  async tenant(): Promise<TenantSnapshot> {
    const tenant = await tenantDirectory.byId(this.#id)
    if (!tenant) throw new Error(`${this.slug} is not open`)
    return tenant
  }

  email(role: StaffRole): string {
    return `${role}@${this.slug}.example`
  }

  identityId(role: StaffRole): string {
    return this.#identities.get(role)!
  }

  async open(): Promise<void> {
    const result = await new SignUpAgency().handle({
      agency: `Agency ${this.slug}`,
      slug: this.slug,
      market: this.market,
      name: 'Person principal',
      email: this.email('principal'),
      password: PASSWORD,
      modules: [...moduleNames],
    })
    if (!result.ok) throw new Error(`${this.slug}: ${result.reason}`)
    this.#id = result.value.tenantId
    for (const module of moduleNames) await this.#add(module)
    this.#passwordHash = await hashPassword(PASSWORD)
    for (const role of staffRoles) await this.#openPerson(role)
    this.#wipe = await wipeSql(this.#id)
  }

  /** Empty tables, everyone with their first role and password, every module on, the agency active and on trial. */
  async reset(): Promise<void> {
    await this.#settleSwitches()
    await ownerPool().query(this.#wipe)
    const plans = await plansOnSale()
    const planId = (key: string) => plans.find((plan) => plan.key === key)!.id
    await ownerPool().query(
      `update core.tenants set name = $2, status = 'active', plan_version_id = $3, trial_plan_version_id = $4,
              trial_ends_at = now() + interval '14 days', branding = '{}', version = 1, delete_after = null where id = $1`,
      [this.#id, `Agency ${this.slug}`, planId('free'), planId('enterprise')]
    )
    await ownerPool().query(`update core.memberships set state = 'active' where tenant_id = $1`, [
      this.#id,
    ])
    await enrol(this.#id, this.#people, this.#passwordHash)
    this.#sessions = await openSessions(this.#id, this.#people)
    tenantDirectory.forget(this.#id)
    await announce('freehold_tenants', this.#id)
    await announce(STAFF_CHANGED, this.#id)
    await noticesHeard()
  }

  /** The trial is over, and nobody chose a plan. */
  async becomesFree(): Promise<void> {
    await ownerPool().query('update core.tenants set trial_ends_at = now() where id = $1', [
      this.#id,
    ])
    tenantDirectory.forget(this.#id)
    await announce('freehold_tenants', this.#id)
    await noticesHeard()
  }

  /** Runs `work` in a unit of this agency, as the product itself or as a person of staff. */
  async inUnit<T>(work: () => Promise<T>, role?: StaffRole): Promise<T> {
    const tenant = await this.tenant()
    const entry = role ? await staffEntry(tenant, this.identityId(role)) : null
    return tenancy.run(tenant, work, entry ? { actor: entry.actor } : {})
  }

  async memberId(role: StaffRole): Promise<string> {
    const entry = await staffEntry(await this.tenant(), this.identityId(role))
    return entry!.actor.id
  }

  session(role: StaffRole): TestSession {
    return this.#sessions.get(role)!
  }

  /** Modules that require this one are switched off before it. */
  async switchModule(module: string, direction: 'on' | 'off'): Promise<void> {
    const { switchedOn } = await this.tenant()
    const dependants = direction === 'off' ? dependantsOf(module, switchedOn) : []
    for (const dependant of dependants) await this.switchModule(dependant, 'off')
    await this.fleet(`switch_${direction}`, { module })
  }

  /** Has the fleet worker do one kind of work for this agency. */
  async fleet(kind: string, facts: Record<string, unknown> = {}): Promise<void> {
    const task = await requestFleet(kind, { tenantId: this.#id, facts })
    const state = await awaitFleet(task)
    if (state.status !== 'done') throw new Error(`${kind}: ${state.error}`)
    tenantDirectory.forget(this.#id)
  }

  /** As `inUnit`, with a snapshot that may be out of date. */
  inUnitOf<T>(tenant: TenantSnapshot, work: () => Promise<T>): Promise<T> {
    return tenancy.run(tenant, work)
  }

  /** Changes whenever any row of the agency does. */
  async fingerprint(): Promise<string> {
    const schema = schemaName(this.#id)
    const { rows: tables } = await ownerPool().query<{ name: string }>(
      'select tablename as name from pg_tables where schemaname = $1 order by 1',
      [schema]
    )
    const sums = tables.map(
      ({ name }) =>
        `(select count(*) || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from "${schema}"."${name}" t)`
    )
    const { rows } = await ownerPool().query<{ sum: string }>(
      `select concat_ws(',', ${sums.join(', ')}) as sum`
    )
    return rows[0].sum
  }

  /** Every module that is shipped is an add-on here, whatever plan it belongs to. */
  async #add(module: string): Promise<void> {
    await coreSql(
      'insert into tenant_addons (tenant_id, module) values (?, ?) on conflict do nothing',
      [this.#id, module]
    )
    await this.switchModule(module, 'on')
  }

  async #openPerson(role: StaffRole): Promise<void> {
    const known = await Identity.findBy('email', this.email(role))
    const identity =
      known ?? (await Identity.create({ email: this.email(role), name: `Person ${role}` }))
    this.#identities.set(role, identity.id)
    await coreSql('update identities set email_verified_at = now() where id = ?', [identity.id])
    await coreSql(
      'insert into memberships (tenant_id, identity_id) values (?, ?) on conflict do nothing',
      [this.#id, identity.id]
    )
  }

  get #people(): TestPerson[] {
    return staffRoles.map((role) => ({
      role,
      identityId: this.identityId(role),
      name: `Person ${role}`,
      email: this.email(role),
    }))
  }

  async #settleSwitches(): Promise<void> {
    const { rows: asleep } = await ownerPool().query(
      `select 1 from core.tenants where id = $1 and status <> 'active'`,
      [this.#id]
    )
    if (asleep.length > 0) await this.fleet('resume')
    const { rows } = await ownerPool().query<{ module: string }>(
      `select module from core.module_switches where tenant_id = $1 and state <> 'on'`,
      [this.#id]
    )
    for (const { module } of rows) await this.switchModule(module, 'on')
  }
}
