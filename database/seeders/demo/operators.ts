import type { DemoPerson, OperatorRole } from './demo_agency.ts'

/** Who runs the platform; they sign in on the console. */
export const demoOperators: DemoPerson<OperatorRole>[] = [
  operator('platform_admin', 'Ngaire Thompson', '+12065550106'),
  operator('moderator', 'Kwame Asante', '+12065550107'),
  operator('finance_ops', 'Ilse Brandt', '+12065550108'),
  operator('support_agent', 'Jamal Pettersson', '+12065550109'),
  operator('ops_rm_lead', 'Beatriz Carvalho', '+14255550102'),
]

function operator(role: OperatorRole, name: string, mobile: string): DemoPerson<OperatorRole> {
  return { role, name, email: `${role}@freehold.example`, mobile, city: 'Seattle' }
}
