import type { ModuleManifest } from '#kernel/modules/manifest'

const everybody = {
  principal: 'all',
  sales_director: 'all',
  relationship_manager: 'all',
  marketing: 'all',
  property_manager: 'all',
  senior_agent: 'own',
  junior_agent: 'own',
} as const

const manifest = {
  name: 'contacts',
  title: 'contacts.title',
  icon: 'users',

  permissions: {
    'contacts.view': { ...everybody, collections_manager: 'all' },
    'contacts.create': everybody,
    'contacts.update': everybody,
    'contacts.delete': { principal: 'all' },
    'contacts.import': {
      principal: 'all',
      sales_director: 'all',
      marketing: 'all',
      relationship_manager: 'all',
    },
    'contacts.export': { principal: 'all', sales_director: 'all' },
  },

  create: [
    {
      label: 'contacts.new',
      icon: 'user-plus',
      route: 'contacts.create',
      permission: 'contacts.create',
    },
  ],

  menu: [
    {
      label: 'contacts.title',
      icon: 'users',
      route: 'contacts.index',
      permission: 'contacts.view',
    },
  ],
} satisfies ModuleManifest

export default manifest
