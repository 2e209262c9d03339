/** Front door of agencies: signing up, settings, plan, modules on and off. */
import './surfaces.ts'

export { default as Tenant } from './models/tenant.ts'
export { SignUpAgency, hostOf } from './actions/sign_up_agency.ts'
export { type Arrival, arrivalOf } from './arrivals.ts'
export { plansOnSale, type Plan } from './queries/plans.ts'
export { AppointOperator } from './actions/appoint_operator.ts'
export { operatorRoles } from './operators.ts'
export { openDemo } from './demo/open_demo.ts'
export * as agencyRoutes from './routes.ts'
