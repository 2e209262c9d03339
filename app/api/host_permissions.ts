import { declarePermissions } from '#kernel/permissions/permissions'

/** `create`: keys of one's own. `manage`: those of everybody, to see and to revoke. */
declarePermissions({
  'api_keys.create': {
    principal: 'all',
    sales_director: 'all',
    marketing: 'all',
    relationship_manager: 'all',
  },
  'api_keys.manage': { principal: 'all' },
})
