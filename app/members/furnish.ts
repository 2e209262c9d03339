import { furnishNewAgency } from '#kernel/fleet/provisioning'

/** The founder becomes the agency's principal, in the transaction that builds its home. */
furnishNewAgency(async (client, task) => {
  const founder = task.facts.founder as { identityId: string; name: string; email: string }
  await client.query(`insert into members (identity_id, name, email, role) values ($1, $2, $3, 'principal')`, [
    founder.identityId,
    founder.name,
    founder.email,
  ])
})
