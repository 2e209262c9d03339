import router from '@adonisjs/core/services/router'
import { agencyRoutes } from '#app/agencies'
import { apiRoutes } from '#app/api'
import { identityRoutes } from '#app/identity'
import { memberRoutes } from '#app/members'
import { notificationRoutes } from '#app/notifications'
import { recordRoutes } from '#app/records'
import { savedViewRoutes } from '#app/saved_views'
import * as fileRoutes from '#kernel/files/routes'
import { mountModules, mountRoutes } from '#kernel/http/surface'
import * as searchRoutes from '#kernel/search/routes'

mountRoutes(router, agencyRoutes)
mountRoutes(router, apiRoutes)
mountRoutes(router, identityRoutes)
mountRoutes(router, memberRoutes)
mountRoutes(router, notificationRoutes)
mountRoutes(router, recordRoutes)
mountRoutes(router, savedViewRoutes)
mountRoutes(router, fileRoutes)
mountRoutes(router, searchRoutes)
await mountModules(router)
