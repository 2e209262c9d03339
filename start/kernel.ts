import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'
import '#app/identity'
import '#app/agencies'
import '#app/api'
import '#app/members'
import '#app/notifications'
import { forPeople } from '#kernel/http/for_people'
import '#kernel/fleet/provisioning'
import '#kernel/fleet/module_switching'
import '#kernel/fleet/suspension'
import '#kernel/fleet/deletion'
import '#kernel/fleet/export_work'

server.errorHandler(() => import('#kernel/http/exception_handler'))

/** For every request, before a route is looked up. */
server.use([
  () => import('#kernel/http/guard_answers_middleware'),
  () => import('#kernel/http/settle_method_middleware'),
  () => import('#kernel/http/health_middleware'),
  () => import('#kernel/http/assets_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
  () => import('#kernel/http/find_tenant_middleware'),
])

/** For every route; each surface then adds its own guard. */
router.use([
  () => import('#kernel/http/lead_fragments_middleware'),
  () => import('#kernel/http/refuse_foreign_forms_middleware'),
  () => import('#kernel/http/only_json_middleware'),
  () => import('#kernel/http/forget_uploads_middleware'),
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('#kernel/http/drop_controls_middleware'),
  forPeople(() => import('@adonisjs/session/session_middleware')),
  forPeople(() => import('../app/identity/middleware/bind_session_middleware.ts')),
  forPeople(() => import('@adonisjs/shield/shield_middleware')),
  forPeople(() => import('@adonisjs/auth/initialize_auth_middleware')),
  () => import('#kernel/http/share_words_middleware'),
])
