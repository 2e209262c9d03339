import type { Router } from '@adonisjs/core/http'

const TodayController = () => import('./controllers/today_controller.ts')
const ThemesController = () => import('./controllers/themes_controller.ts')
const AccountsController = () => import('./controllers/accounts_controller.ts')
const RailsController = () => import('./controllers/rails_controller.ts')
const LettersController = () => import('./controllers/letters_controller.ts')
const PasswordsController = () => import('./controllers/passwords_controller.ts')
const AgencySwitchesController = () => import('./controllers/agency_switches_controller.ts')
const MembersController = () => import('./controllers/members_controller.ts')
const InvitationsController = () => import('./controllers/invitations_controller.ts')
const AcceptancesController = () => import('./controllers/acceptances_controller.ts')
const TeamsController = () => import('./controllers/teams_controller.ts')
const TeamPlacesController = () => import('./controllers/team_places_controller.ts')
const RolesController = () => import('./controllers/roles_controller.ts')

export function workspace(router: Router) {
  router.get('/', [TodayController, 'show']).as('today.show')
  router.post('preferences/theme', [ThemesController, 'store']).as('themes.store')
  router.get('account', [AccountsController, 'show']).as('account.show')
  router.put('account/rail', [RailsController, 'update']).as('rail.update')
  router.put('account/letters', [LettersController, 'update']).as('letters.update')
  router.put('account/password', [PasswordsController, 'update']).as('password.update')
  router.get('agencies/:id', [AgencySwitchesController, 'create']).as('agency_switches.create')
  router.post('agencies/:id', [AgencySwitchesController, 'store']).as('agency_switches.store')
  router.group(() => staffRoutes(router)).prefix('settings')
}

/** On an agency's host: whoever holds the link of an invitation. */
export function site(router: Router) {
  router.get('invitation/:token', [AcceptancesController, 'create']).as('acceptances.create')
  router.post('invitation/:token', [AcceptancesController, 'store']).as('acceptances.store')
  router.delete('invitation/:token', [AcceptancesController, 'destroy']).as('acceptances.destroy')
}

function staffRoutes(router: Router) {
  router
    .resource('invitations', InvitationsController)
    .only(['create', 'store', 'update', 'destroy'])
  router.resource('members', MembersController).only(['index', 'edit', 'update', 'destroy'])
  router.resource('teams', TeamsController).only(['index', 'store', 'show', 'update', 'destroy'])
  router.post('teams/:id/members', [TeamPlacesController, 'store']).as('team_places.store')
  router
    .put('teams/:id/members/:member_id', [TeamPlacesController, 'update'])
    .as('team_places.update')
  router
    .delete('teams/:id/members/:member_id', [TeamPlacesController, 'destroy'])
    .as('team_places.destroy')
  router
    .resource('roles', RolesController)
    .only(['index', 'edit', 'update', 'destroy'])
    .params({ roles: 'role' })
}
