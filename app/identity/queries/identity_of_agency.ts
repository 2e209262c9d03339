import Identity from '../models/identity.ts'

/** The person with this e-mail who is an active member of the agency. */
export function identityOfAgency(tenantId: string, email: string): Promise<Identity | null> {
  return Identity.query()
    .where('email', email.toLowerCase())
    .whereIn('id', (members) =>
      members
        .from('memberships')
        .select('identity_id')
        .where({ tenant_id: tenantId, state: 'active' })
    )
    .first()
}

/** The operator with this e-mail. */
export function identityOfOperator(email: string): Promise<Identity | null> {
  return Identity.query().where('email', email.toLowerCase()).whereNotNull('operator_role').first()
}
