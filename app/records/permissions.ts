import { declarePermissions } from '#kernel/permissions/permissions'

/** Everybody works on their own tasks; this one is for everybody's. */
declarePermissions({
  'tasks.manage': { principal: 'all', sales_director: 'all', relationship_manager: 'all' },
})
