import { test } from '@japa/runner'
import { auditApart, auditPlatform } from '#kernel/audit/audit_apart'
import { agencyPlane, platformPlane } from '#kernel/audit/plane'
import { sealPlane } from '#kernel/audit/sealing'
import SealAudit from '#kernel/audit/seal_audit'
import { verifyPlane } from '#kernel/audit/verification'
import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { systemActor } from '#kernel/tenancy/actor'
import { tenancy, unit } from '#kernel/tenancy/tenancy'
import { Workspace } from '#tests/support/workspace'

const fact = (action: string) => ({ action, subjectType: 'probe', subjectId: null })

test.group('The audit log of an agency', (group) => {
  const workspace = new Workspace()

  group.each.setup(async () => {
    await workspace.open()
    await ownerPool().query('delete from core.audit_seals')
  })

  const plane = async () => agencyPlane(await workspace.agency.tenant())
  const table = () => `${schemaName(workspace.agency.id)}.audit_entries`

  async function write(...deeds: string[]): Promise<void> {
    for (const action of deeds)
      await workspace.agency.inUnit(async () => unit().audit(fact(action)))
  }

  async function actions(): Promise<string[]> {
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ action: string }>('select action from audit_entries order by id')
    )
    return rows.map((row) => row.action)
  }

  async function idOf(action: string): Promise<string> {
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ id: string }>('select id from audit_entries where action = ?', [action])
    )
    return rows[0].id
  }

  test('cannot be changed, emptied or written past the gate by the agency itself', async ({
    assert,
  }) => {
    await write('probe.first')

    for (const statement of [
      `update audit_entries set action = 'probe.other'`,
      'delete from audit_entries',
      'truncate audit_entries',
      `insert into audit_entries (action, subject_type) values ('probe.invented', 'probe')`,
    ]) {
      await assert.rejects(
        () => workspace.agency.inUnit(() => unitSql(statement)),
        /permission denied/
      )
    }
    assert.deepEqual(await actions(), ['probe.first'])
  })

  test('keeps nothing of a unit that rolled back', async ({ assert }) => {
    await workspace.agency.inUnit(async () => {
      unit().audit(fact('probe.refused'))
      unit().refuse()
    })

    assert.deepEqual(await actions(), [])
  })

  test('keeps what was written apart, although the unit rolled back', async ({ assert }) => {
    await workspace.agency.inUnit(async () => {
      await auditApart(fact('probe.refused'))
      unit().refuse()
    }, 'junior_agent')

    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ action: string; actor_id: string }>('select action, actor_id from audit_entries')
    )
    assert.deepEqual(rows, [
      { action: 'probe.refused', actor_id: await workspace.agency.memberId('junior_agent') },
    ])
  })

  test('keeps a sensitive read, although its unit was read-only', async ({ assert }) => {
    const tenant = await workspace.agency.tenant()
    await tenancy.run(tenant, () => auditApart(fact('probe.read')), { readOnly: true })
    await auditApart(fact('probe.read_again'), { tenant, actor: systemActor })

    assert.deepEqual(await actions(), ['probe.read', 'probe.read_again'])
  })

  test('is sealed and found as it was written', async ({ assert }) => {
    await write('probe.first', 'probe.second')
    assert.equal(await sealPlane(await plane()), 2)
    await write('probe.third')
    assert.equal(await sealPlane(await plane()), 1)
    assert.equal(await sealPlane(await plane()), 0)

    assert.containsSubset(await verifyPlane(await plane()), { sealed: 3, breach: null })
  })

  test('shows which entry was changed with the rights of the owner', async ({ assert }) => {
    await write('probe.first', 'probe.second', 'probe.third')
    await sealPlane(await plane())
    const entry = await idOf('probe.second')

    await ownerPool().query(`update ${table()} set facts = '{"amount": 1}' where id = $1`, [entry])

    const { breach } = await verifyPlane(await plane())
    assert.deepEqual(breach, { kind: 'entry_changed', entry })
  })

  test('shows which entry was taken out', async ({ assert }) => {
    await write('probe.first', 'probe.second')
    await sealPlane(await plane())
    const entry = await idOf('probe.first')

    await ownerPool().query(`delete from ${table()} where id = $1`, [entry])

    const { breach } = await verifyPlane(await plane())
    assert.deepEqual(breach, { kind: 'entry_missing', entry })
  })

  test('shows a chain that was computed anew without the key', async ({ assert }) => {
    await write('probe.first')
    await sealPlane(await plane())
    await ownerPool().query(`update core.audit_seals set chain = 'forged'`)

    const { breach } = await verifyPlane(await plane())
    assert.equal(breach?.kind, 'seal_forged')
  })

  test('shows that a seal was taken out', async ({ assert }) => {
    await write('probe.first')
    await sealPlane(await plane())
    await write('probe.second')
    await sealPlane(await plane())
    await ownerPool().query(
      'delete from core.audit_seals where id = (select min(id::text)::uuid from core.audit_seals)'
    )

    const { breach } = await verifyPlane(await plane())
    assert.equal(breach?.kind, 'seal_out_of_order')
  })

  test('shows that an old entry was written in afterwards', async ({ assert }) => {
    await write('probe.first')
    await sealPlane(await plane())
    await ownerPool().query(
      `insert into ${table()} (id, action, subject_type) values (uuidv7(interval '-2 days'), 'probe.invented', 'probe')`
    )

    assert.equal(await sealPlane(await plane()), 0)
    const { breach } = await verifyPlane(await plane())
    assert.deepEqual(breach, { kind: 'entries_slipped_in', count: 1 })
  })

  test('seals an entry that was drawn before the last seal and committed after it', async ({
    assert,
  }) => {
    await ownerPool().query(
      `insert into ${table()} (id, action, subject_type) values (uuidv7(interval '-10 minutes'), 'probe.late', 'probe')`
    )
    const late = await ownerPool().query<{ id: string }>(`delete from ${table()} returning *`)
    await write('probe.first')
    await sealPlane(await plane())
    const { id } = late.rows[0]
    await ownerPool().query(
      `insert into ${table()} (id, action, subject_type) values ($1, 'probe.late', 'probe')`,
      [id]
    )

    assert.equal(await sealPlane(await plane()), 1)
    assert.isNull((await verifyPlane(await plane())).breach)
  })

  test('is not sealed twice by two that seal at the same time', async ({ assert }) => {
    await write('probe.first')

    const counts = await Promise.all([sealPlane(await plane()), sealPlane(await plane())])

    assert.sameMembers(counts, [1, 0])
    assert.containsSubset(await verifyPlane(await plane()), { sealed: 1, breach: null })
  })
})

test.group("The platform's audit log", (group) => {
  const workspace = new Workspace()

  group.each.setup(async () => {
    await workspace.open()
    await ownerPool().query('delete from core.audit_seals; delete from core.audit_entries')
  })

  test('cannot be changed by the app, and shows a change by the owner', async ({ assert }) => {
    await auditPlatform({ ...fact('agency.suspended'), tenantId: workspace.agency.id })
    await assert.rejects(() => coreSql('delete from audit_entries'), /permission denied/)
    await assert.rejects(
      () => coreSql(`update audit_entries set action = 'agency.praised'`),
      /permission denied/
    )

    await sealPlane(platformPlane)
    assert.containsSubset(await verifyPlane(platformPlane), { sealed: 1, breach: null })

    await ownerPool().query('update core.audit_entries set tenant_id = null')
    assert.equal((await verifyPlane(platformPlane)).breach?.kind, 'entry_changed')
  })

  test('is sealed together with that of every agency', async ({ assert }) => {
    await auditPlatform(fact('agency.suspended'))
    await workspace.agency.inUnit(async () => unit().audit(fact('probe.north')))
    await workspace.neighbour.inUnit(async () => unit().audit(fact('probe.south')))

    await new SealAudit().handle()

    const { rows } = await coreSql<{ plane: string }>(
      'select plane from audit_seals where plane = any(?)',
      [['core', `tenant:${workspace.agency.id}`, `tenant:${workspace.neighbour.id}`]]
    )
    assert.lengthOf(rows, 3)
  })
})
