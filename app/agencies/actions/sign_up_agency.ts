import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { Identity, hashPassword, passwordFits } from '#app/identity'
import config from '#config/tenancy'
import { awaitFleet, requestFleet } from '#kernel/fleet/fleet_tasks'
import { newDataKey } from '#kernel/keyring/keyring'
import { type MarketKey } from '#kernel/markets/market_pack'
import { marketPack } from '#kernel/markets/packs'
import { moduleNames, withRequirements } from '#kernel/modules/module_registry'
import { type Result, done, refused } from '#kernel/result/result'
import { type Plan, plansOnSale } from '../queries/plans.ts'
import { coreSql, coreTransaction } from '#kernel/tenancy/sql'
import { type SlugProblem, slugProblem } from '../slug.ts'

export interface SignUp {
  agency: string
  slug: string
  market: MarketKey
  name: string
  email: string
  password: string
  modules?: string[]
}

export interface NewAgency {
  tenantId: string
  identityId: string
  host: string
  /** False while the fleet worker is still at it. */
  isReady: boolean
}

const TRIAL_DAYS = 14
const UNIQUE_VIOLATION = '23505'

/**
 * Opens an agency: its row, its host and the task that builds its home are written together. A
 * try that was cut off is taken up again by the same person with the same password.
 */
export class SignUpAgency {
  async handle(
    input: SignUp
  ): Promise<Result<NewAgency, SlugProblem | 'slug_taken' | 'not_opened'>> {
    const problem = slugProblem(input.slug)
    if (problem) return refused(problem)

    const known = await this.#knownIdentity(input)
    const passwordHash = await hashPassword(input.password)
    const written = await this.#write(input, known, passwordHash)
    if (!written) return refused('slug_taken')

    const state = written.taskId ? await awaitFleet(written.taskId) : { status: 'done' }
    if (state.status === 'failed') return refused('not_opened')
    return done({
      tenantId: written.tenantId,
      identityId: written.identityId,
      host: hostOf(input.slug),
      isReady: state.status === 'done',
    })
  }

  /**
   * Whoever has this e-mail and this password; anyone else with the e-mail stays out of it. A
   * known and an unknown e-mail cost the same: two passwords are tried in any case.
   */
  async #knownIdentity(input: SignUp): Promise<Identity | null> {
    const candidates = await likelyPeople(input)
    const first = await this.#fitting(candidates[0] ?? null, input.password)
    const second = await this.#fitting(candidates[1] ?? null, input.password)
    return first ?? second
  }

  async #fitting(candidate: Identity | null, password: string): Promise<Identity | null> {
    const fits = await passwordFits(candidate, password)
    return fits && candidate?.isActive ? candidate : null
  }

  async #write(input: SignUp, known: Identity | null, passwordHash: string) {
    const plans = await plansOnSale()
    try {
      return await coreTransaction(async (trx) => {
        const identity = known ?? (await newIdentity(trx, input, passwordHash))
        const tenantId = await insertTenant(trx, input, { founderId: identity.id, plans })
        const facts = furnishing(input, identity, plans)
        const taskId = await requestFleet('provision', { tenantId, facts }, trx)
        return { tenantId, identityId: identity.id, taskId }
      })
    } catch (error) {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error
      return known ? this.#resume(input, known) : null
    }
  }

  /** The name is taken, but by this very person's own try: go on from where it stopped. */
  async #resume(input: SignUp, identity: Identity) {
    const { rows } = await coreSql<{ id: string; task_id: string | null }>(
      `select t.id, (select f.id from fleet_tasks f where f.tenant_id = t.id and f.kind = 'provision' and f.status = 'waiting') as task_id
         from tenants t where t.slug = ? and t.founder_id = ? and t.created_at > now() - interval '1 hour'`,
      [input.slug, identity.id]
    )
    return rows[0]
      ? { tenantId: rows[0].id, identityId: identity.id, taskId: rows[0].task_id }
      : null
  }
}

/** The proven owner of the e-mail, and whoever wanted this very address with it before. */
function likelyPeople({ email, slug }: SignUp): Promise<Identity[]> {
  return Identity.query()
    .where('email', email)
    .whereNot('status', 'deleted')
    .orderByRaw(
      'email_verified_at is null, (id in (select founder_id from tenants where slug = ?)) desc',
      [slug]
    )
    .orderBy('created_at', 'desc')
    .limit(2)
}

function newIdentity(
  client: QueryClientContract,
  { email, name }: SignUp,
  passwordHash: string
): Promise<Identity> {
  return Identity.create({ email, name, passwordHash }, { client })
}

export function hostOf(slug: string): string {
  return `${slug}.${config.baseDomain}`
}

async function insertTenant(
  trx: QueryClientContract,
  input: SignUp,
  { founderId, plans }: { founderId: string; plans: Plan[] }
): Promise<string> {
  const id = await newTenantId(trx)
  await coreSql(
    `insert into tenants (id, slug, name, market, currency, time_zone, founder_id, plan_version_id,
                          trial_plan_version_id, data_key, trial_ends_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now() + make_interval(days => ?))`,
    [
      id,
      input.slug,
      input.agency,
      ...placeOf(input),
      founderId,
      ...plansOf(plans),
      newDataKey(id),
      TRIAL_DAYS,
    ],
    trx
  )
  await insertWayIn(trx, { id, host: hostOf(input.slug), founderId })
  return id
}

/** Its address, and its first person. */
async function insertWayIn(
  trx: QueryClientContract,
  { id, host, founderId }: { id: string; host: string; founderId: string }
): Promise<void> {
  await coreSql('insert into tenant_hosts (host, tenant_id) values (?, ?)', [host, id], trx)
  await coreSql(
    'insert into memberships (tenant_id, identity_id) values (?, ?)',
    [id, founderId],
    trx
  )
}

function furnishing(input: SignUp, identity: Identity, plans: Plan[]) {
  const pro = plans.find((plan) => plan.key === 'pro')
  const chosen = (input.modules ?? [...moduleNames]).flatMap(withRequirements)
  return {
    modules: [...new Set(chosen)].filter((name) => pro?.modules.includes(name)),
    founder: { identityId: identity.id, name: input.name, email: input.email },
  }
}

async function newTenantId(trx: QueryClientContract): Promise<string> {
  const { rows } = await coreSql<{ id: string }>('select uuidv7() as id', [], trx)
  return rows[0].id
}

/** market, currency, time zone */
function placeOf({ market }: SignUp): string[] {
  const pack = marketPack(market)
  return [pack.key, pack.currency, pack.defaultTimeZone]
}

/** Free for good, Pro for the trial. */
function plansOf(plans: Plan[]): string[] {
  return ['free', 'pro'].map((key) => plans.find((plan) => plan.key === key)!.id)
}
