import type { Router } from '@adonisjs/core/http'

const HomesController = () => import('./controllers/homes_controller.ts')
const SignUpsController = () => import('./controllers/sign_ups_controller.ts')
const SignUpEntriesController = () => import('./controllers/sign_up_entries_controller.ts')
const SlugChecksController = () => import('./controllers/slug_checks_controller.ts')
const FrontDoorsController = () => import('./controllers/front_doors_controller.ts')
const RobotsController = () => import('./controllers/robots_controller.ts')
const PortalsController = () => import('./controllers/portals_controller.ts')
const SettingsController = () => import('./controllers/settings_controller.ts')
const LogosController = () => import('./controllers/logos_controller.ts')
const ModulesController = () => import('./controllers/modules_controller.ts')
const PlansController = () => import('./controllers/plans_controller.ts')
const AuditController = () => import('./controllers/audit_controller.ts')
const AgenciesController = () => import('./controllers/console/agencies_controller.ts')
const SuspensionsController = () => import('./controllers/console/suspensions_controller.ts')
const MailboxesController = () => import('./controllers/console/mailboxes_controller.ts')

export function platform(router: Router) {
  router.get('/', [HomesController, 'show']).as('home')
  router.get('robots.txt', [RobotsController, 'show']).as('robots.show')
  router.get('sign-up', [SignUpsController, 'create']).as('sign_ups.create')
  router.post('sign-up', [SignUpsController, 'store']).as('sign_ups.store')
  router.get('sign-up/opening', [SignUpsController, 'show']).as('sign_ups.show')
  router.post('sign-up/entry', [SignUpEntriesController, 'store']).as('sign_up_entries.store')
  router.get('sign-up/address', [SlugChecksController, 'show']).as('slug_checks.show')
}

export function site(router: Router) {
  router.get('/', [FrontDoorsController, 'show']).as('home')
  router.get('robots.txt', [RobotsController, 'show']).as('robots.show')
}

export function portal(router: Router) {
  router.get('/', [PortalsController, 'show']).as('home')
}

export function workspace(router: Router) {
  router.get('settings', [SettingsController, 'index']).as('settings.index')
  router.get('settings/agency', [SettingsController, 'edit']).as('settings.edit')
  router.put('settings/agency', [SettingsController, 'update']).as('settings.update')
  router.post('settings/agency/logo', [LogosController, 'store']).as('logo.store')
  router.delete('settings/agency/logo', [LogosController, 'destroy']).as('logo.destroy')
  router.get('settings/modules', [ModulesController, 'index']).as('modules.index')
  router.post('settings/modules/:name', [ModulesController, 'store']).as('modules.store')
  router.delete('settings/modules/:name', [ModulesController, 'destroy']).as('modules.destroy')
  router.get('settings/plan', [PlansController, 'show']).as('plan.show')
  router.get('settings/audit', [AuditController, 'index']).as('audit.index')
}

export function console(router: Router) {
  router.get('/', [AgenciesController, 'index']).as('agencies.index')
  router.get('agencies/:id', [AgenciesController, 'show']).as('agencies.show')
  router.post('agencies/:id/suspension', [SuspensionsController, 'store']).as('suspensions.store')
  router
    .delete('agencies/:id/suspension', [SuspensionsController, 'destroy'])
    .as('suspensions.destroy')
  router.get('mailbox', [MailboxesController, 'index']).as('mailboxes.index')
  router.get('mailbox/:id', [MailboxesController, 'show']).as('mailboxes.show')
}
