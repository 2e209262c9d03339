import type { Router } from '@adonisjs/core/http'

const SessionsController = () => import('./controllers/sessions_controller.ts')
const PasswordResetsController = () => import('./controllers/password_resets_controller.ts')
const EntriesController = () => import('./controllers/entries_controller.ts')
const VerificationsController = () => import('./controllers/verifications_controller.ts')

const VerificationLettersController = () =>
  import('./controllers/verification_letters_controller.ts')

export function workspace(router: Router) {
  router
    .post('account/verification', [VerificationLettersController, 'store'])
    .as('verification_letters.store')
}

/** On an agency's host. */
export function site(router: Router) {
  signingIn(router)
  router.get('enter', [EntriesController, 'create']).as('entries.create')
  router.post('enter', [EntriesController, 'store']).as('entries.store')
  router.get('verify/:token', [VerificationsController, 'create']).as('verifications.create')
  router.post('verify/:token', [VerificationsController, 'store']).as('verifications.store')
}

/** On the operators' host. */
export function console(router: Router) {
  signingIn(router)
}

function signingIn(router: Router) {
  router.get('login', [SessionsController, 'create']).as('sessions.create')
  router.post('login', [SessionsController, 'store']).as('sessions.store')
  router.post('logout', [SessionsController, 'destroy']).as('sessions.destroy')
  router
    .get('password/forgotten', [PasswordResetsController, 'create'])
    .as('password_resets.create')
  router.post('password/forgotten', [PasswordResetsController, 'store']).as('password_resets.store')
  router.get('password/reset/:token', [PasswordResetsController, 'edit']).as('password_resets.edit')
  router
    .post('password/reset/:token', [PasswordResetsController, 'update'])
    .as('password_resets.update')
}
