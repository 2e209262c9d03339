import LeadRule from '../models/lead_rule.ts'

/** The rules of the agency, in their order. */
export async function leadRules(): Promise<LeadRule[]> {
  return LeadRule.query().orderBy('position')
}
