import type { ModuleManifest } from '#kernel/modules/manifest'

/** Whoever sees a lead may ask for its phone and e-mail, until the agency decides otherwise. */
const everybody = {
  principal: 'all',
  sales_director: 'all',
  senior_agent: 'all',
  junior_agent: 'all',
  collections_manager: 'all',
  marketing: 'all',
  relationship_manager: 'all',
  property_manager: 'all',
} as const

/** Who works on leads from the start; agents on those that are assigned to them. */
const workers = {
  principal: 'all',
  sales_director: 'all',
  senior_agent: 'own',
  junior_agent: 'own',
  relationship_manager: 'own',
  property_manager: 'own',
} as const

const manifest = {
  name: 'leads',
  title: 'leads.title',
  icon: 'target',
  requires: ['contacts', 'listings'],

  permissions: {
    'leads.view': {
      ...workers,
      relationship_manager: 'all',
      marketing: 'all',
      collections_manager: 'all',
    },
    'leads.create': { ...workers, marketing: 'all' },
    'leads.update': workers,
    'leads.reveal': everybody,
    'leads.assign': { principal: 'all', sales_director: 'all' },
    'leads.delete': { principal: 'all' },
    'leads.import': { principal: 'all', sales_director: 'all' },
    'leads.export': { principal: 'all', sales_director: 'all' },
    'leads.rules': { principal: 'all', sales_director: 'all' },
    'leads.connect': { principal: 'all', sales_director: 'all', marketing: 'all' },
  },

  create: [
    { label: 'leads.new', icon: 'target', route: 'leads.create', permission: 'leads.create' },
  ],

  menu: [{ label: 'leads.title', icon: 'target', route: 'leads.index', permission: 'leads.view' }],

  settings: [
    {
      label: 'leads.rules.title',
      text: 'leads.rules.text',
      icon: 'route',
      route: 'leads.rules.index',
      permission: 'leads.rules',
    },
    {
      label: 'leads.stages.title',
      text: 'leads.stages.text',
      icon: 'kanban',
      route: 'leads.stages.index',
      permission: 'leads.rules',
    },
    {
      label: 'leads.details.title',
      text: 'leads.details.text',
      icon: 'eye-off',
      route: 'leads.details.edit',
      permission: 'leads.rules',
    },
    {
      label: 'leads.doors.title',
      text: 'leads.doors.text',
      icon: 'plug',
      route: 'leads.sources.index',
      permission: 'leads.connect',
    },
  ],

  outlets: {
    'today.show.main': ['leads::partials/claims_today'],
    'contacts.show.aside': ['leads::partials/of_contact'],
    'listings.site.home.contact': ['leads::partials/site/enquiries'],
    'listings.site.show.contact': ['leads::partials/site/enquiries'],
    'listings.show.aside': ['leads::partials/of_listing'],
  },
  offers: ['leads.show.head', 'leads.show.main', 'leads.show.aside', 'leads.show.tabs'],
  events: {
    tells: [
      'leads.created',
      'leads.assigned',
      'leads.status_changed',
      'leads.updated',
      'leads.deleted',
      'leads.restored',
      'leads.converted',
      'leads.offered',
      'leads.merged',
      'leads.unmerged',
    ],
  },

  jobs: [
    {
      name: 'leads.pass_on_unclaimed',
      cron: '*/5 * * * *',
      perAgency: true,
      run: () => import('./jobs/pass_on_unclaimed.ts'),
    },
    {
      name: 'leads.forget_old_lists',
      cron: '35 3 * * *',
      perAgency: true,
      run: () => import('./jobs/forget_old_lists.ts'),
    },
    {
      name: 'leads.purge_deleted_leads',
      cron: '25 3 * * *',
      perAgency: true,
      run: () => import('./jobs/purge_deleted_leads.ts'),
    },
    {
      name: 'leads.renew_scores',
      cron: '10 4 * * *',
      perAgency: true,
      run: () => import('./jobs/renew_scores.ts'),
    },
  ],

  search: () => import('./search.ts'),
  today: () => import('./today.ts'),
  demo: () => import('./demo/seed.ts'),
  routes: () => import('./routes.ts'),
  api: () => import('./controllers/api/v1/description.ts'),
  mail: () => import('./mail.ts'),
  listeners: () => import('./listeners/main.ts'),
} satisfies ModuleManifest

export default manifest
