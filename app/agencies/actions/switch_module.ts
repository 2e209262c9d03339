import { awaitFleet, requestFleet } from '#kernel/fleet/fleet_tasks'
import { dependantsOf, withRequirements } from '#kernel/modules/module_registry'
import { type Result, done, refused } from '#kernel/result/result'
import { unit } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'

type Refusal = 'not_in_plan' | 'dependants_on' | 'failed'

/**
 * Switches a module on (with all it requires) or off for one agency. The fleet worker does it;
 * `isReady` is false when it is still at it.
 */
export class SwitchModule {
  async handle(
    tenant: TenantSnapshot,
    module: string,
    direction: 'on' | 'off'
  ): Promise<Result<{ isReady: boolean }, Refusal>> {
    const refusal = direction === 'on' ? notAllowed(tenant, module) : stillNeeded(tenant, module)
    if (refusal) return refusal

    const task = await requestFleet(`switch_${direction}`, {
      tenantId: tenant.id,
      facts: { module },
    })
    unit().audit({
      action: `modules.switched_${direction}`,
      subjectType: 'module',
      subjectId: null,
      facts: { module },
    })
    const state = await awaitFleet(task)
    if (state.status === 'failed') return refused('failed')
    if (state.answer?.refused)
      return refused('dependants_on', { modules: state.answer.dependants as string[] })
    return done({ isReady: state.status === 'done' })
  }
}

function notAllowed(tenant: TenantSnapshot, module: string) {
  const missing = withRequirements(module).filter((name) => !tenant.planModules.has(name))
  return missing.length > 0 ? refused('not_in_plan' as const, { modules: missing }) : null
}

function stillNeeded(tenant: TenantSnapshot, module: string) {
  const dependants = dependantsOf(module, tenant.modules)
  return dependants.length > 0 ? refused('dependants_on' as const, { modules: dependants }) : null
}
