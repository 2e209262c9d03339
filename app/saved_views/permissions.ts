import { declarePermissions } from '#kernel/permissions/permissions'

/** Everybody saves views for themselves; this one puts them on everybody's lists. */
declarePermissions({
  'views.share': {
    principal: 'all',
    sales_director: 'all',
    relationship_manager: 'all',
    marketing: 'all',
    property_manager: 'all',
  },
})
