/** Front door of the API: keys for programs, and the surface that they open. */
import './enter_api.ts'
import './host_permissions.ts'
import './moving.ts'
import './schedules.ts'

export { default as ApiKey } from './models/api_key.ts'
export { issueKey } from './actions/issue_key.ts'
export { revokeKey } from './actions/revoke_key.ts'
export { documentOf } from './document/document_of.ts'
export * as apiRoutes from './routes.ts'
