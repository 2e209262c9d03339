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
    'contacts.assign': {
      principal: 'all',
      sales_director: 'all',
      relationship_manager: 'all',
      property_manager: 'team',
    },
    'contacts.delete': { principal: 'all' },
    'contacts.merge': {
      principal: 'all',
      sales_director: 'all',
      relationship_manager: 'all',
      property_manager: 'team',
      senior_agent: 'own',
      junior_agent: 'own',
    },
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
    {
      label: 'contacts.import.title',
      icon: 'upload',
      route: 'contacts.imports.create',
      permission: 'contacts.import',
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

  offers: [
    'contacts.index.bulk',
    'contacts.show.head',
    'contacts.show.main',
    'contacts.show.aside',
    'contacts.show.tabs',
    'contacts.requirement.acts',
  ],
  events: {
    tells: [
      'contacts.created',
      'contacts.updated',
      'contacts.deleted',
      'contacts.restored',
      'contacts.merged',
      'contacts.unmerged',
      'contacts.requirement_changed',
      'contacts.imported',
      'contacts.import_undone',
    ],
  },
  jobs: [
    {
      name: 'contacts.purge_deleted_contacts',
      cron: '20 3 * * *',
      perAgency: true,
      run: () => import('./jobs/purge_deleted_contacts.ts'),
    },
    {
      name: 'contacts.forget_old_lists',
      cron: '40 3 * * *',
      perAgency: true,
      run: () => import('./jobs/forget_old_lists.ts'),
    },
  ],

  search: () => import('./search.ts'),
  today: () => import('./today.ts'),
  demo: () => import('./demo/seed.ts'),
  routes: () => import('./routes.ts'),
  api: () => import('./controllers/api/v1/description.ts'),
  listeners: () => import('./listeners/main.ts'),
} satisfies ModuleManifest

export default manifest
