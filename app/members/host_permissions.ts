import { declarePermissions } from '#kernel/permissions/permissions'
import type { StaffRole } from './roles.ts'

const everybody: Record<StaffRole, 'all'> = {
  principal: 'all',
  sales_director: 'all',
  senior_agent: 'all',
  junior_agent: 'all',
  collections_manager: 'all',
  marketing: 'all',
  relationship_manager: 'all',
  property_manager: 'all',
}

/** What the host's own pages ask for. Modules declare theirs in the manifest. */
declarePermissions({
  'agency.manage': { principal: 'all' },
  'modules.manage': { principal: 'all' },
  'members.view': everybody,
  'members.manage': { principal: 'all' },
  'roles.manage': { principal: 'all' },
  'audit.view': { principal: 'all' },
})
