/** Front door of members: the staff of an agency, their teams and what they may do. */
import './enter_workspace.ts'
import './furnish.ts'
import './host_permissions.ts'
import './morning.ts'

export { default as Member } from './models/member.ts'
export { default as Team } from './models/team.ts'
export { type StaffEntry, staffEntry, STAFF_CHANGED } from './staff_directory.ts'
export { staffBouncer } from './staff_bouncer.ts'
export { type Colleague, assignableBy, colleagues, staffForMenus } from './queries/colleagues.ts'
export { staffRoles, type StaffRole } from './roles.ts'
export { brandOf, initialsOf, toastsOf } from './brand.ts'
export * as memberRoutes from './routes.ts'
