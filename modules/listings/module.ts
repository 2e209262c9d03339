import type { ModuleManifest } from '#kernel/modules/manifest'

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

const makers = {
  principal: 'all',
  sales_director: 'all',
  marketing: 'all',
  relationship_manager: 'all',
  property_manager: 'all',
  senior_agent: 'team',
  junior_agent: 'own',
} as const

const manifest = {
  name: 'listings',
  title: 'listings.title',
  icon: 'house',
  requires: ['contacts'],

  permissions: {
    'listings.view': everybody,
    'listings.create': makers,
    'listings.update': makers,
    'listings.publish': { principal: 'all', sales_director: 'all', property_manager: 'all' },
    'listings.assign': {
      principal: 'all',
      sales_director: 'all',
      relationship_manager: 'all',
      property_manager: 'team',
    },
    'listings.verify': { principal: 'all', sales_director: 'all', property_manager: 'all' },
    'listings.delete': { principal: 'all' },
    'listings.export': { principal: 'all', sales_director: 'all' },
    'listings.import': { principal: 'all' },
    'listings.configure': { principal: 'all', sales_director: 'all' },
  },

  create: [
    {
      label: 'listings.new',
      icon: 'house-plus',
      route: 'listings.create',
      permission: 'listings.create',
    },
  ],

  menu: [
    {
      label: 'listings.title',
      icon: 'house',
      route: 'listings.index',
      permission: 'listings.view',
    },
  ],

  settings: [
    {
      label: 'listings.settings.title',
      text: 'listings.settings.text',
      icon: 'folder-tree',
      route: 'listings.settings.index',
      permission: 'listings.configure',
    },
    {
      label: 'listings.feeds.title',
      text: 'listings.feeds.text',
      icon: 'rss',
      route: 'listings.feeds.index',
      permission: 'listings.import',
    },
    {
      label: 'listings.places.title',
      text: 'listings.places.text',
      icon: 'map-pin',
      route: 'listings.places.index',
      permission: 'listings.configure',
    },
  ],

  outlets: {
    'contacts.show.aside': ['listings::partials/contact_listings'],
    'contacts.requirement.acts': ['listings::partials/matching'],
  },
  offers: [
    'listings.index.bulk',
    'listings.show.head',
    'listings.show.media',
    'listings.show.main',
    'listings.show.aside',
    'listings.show.tabs',
    'listings.site.home.contact',
    'listings.site.show.contact',
  ],
  events: {
    tells: [
      'listings.created',
      'listings.updated',
      'listings.activated',
      'listings.price_changed',
      'listings.closed',
      'listings.expired',
      'listings.withdrawn',
      'listings.deleted',
      'listings.restored',
      'listings.media_added',
      'listings.merged',
      'listings.unmerged',
    ],
  },
  jobs: [
    {
      name: 'listings.send_daily_alerts',
      cron: '0 8 * * *',
      perAgency: true,
      run: () => import('./jobs/send_daily_alerts.ts'),
    },
    {
      name: 'listings.fetch_photos',
      cron: '*/10 * * * *',
      perAgency: true,
      run: () => import('./jobs/fetch_photos.ts'),
    },
    {
      name: 'listings.sync_feeds',
      cron: '*/15 * * * *',
      perAgency: true,
      run: () => import('./jobs/sync_feeds.ts'),
    },
    {
      name: 'listings.forget_old_lists',
      cron: '40 3 * * *',
      perAgency: true,
      run: () => import('./jobs/forget_old_lists.ts'),
    },
    {
      name: 'listings.expire_listings',
      cron: '5 0 * * *',
      perAgency: true,
      run: () => import('./jobs/expire_listings.ts'),
    },
    {
      name: 'listings.purge_deleted_listings',
      cron: '25 3 * * *',
      perAgency: true,
      run: () => import('./jobs/purge_deleted_listings.ts'),
    },
    {
      name: 'listings.purge_deleted_media',
      cron: '35 3 * * *',
      perAgency: true,
      run: () => import('./jobs/purge_deleted_media.ts'),
    },
  ],

  search: () => import('./search.ts'),
  today: () => import('./today.ts'),
  places: () => import('./known_places.ts'),
  demo: () => import('./demo/seed.ts'),
  front: () => import('./controllers/site/front.ts'),
  routes: () => import('./routes.ts'),
  api: () => import('./controllers/api/v1/description.ts'),
  listeners: () => import('./listeners/main.ts'),
} satisfies ModuleManifest

export default manifest
