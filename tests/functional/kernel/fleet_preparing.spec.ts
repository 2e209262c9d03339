import { test } from '@japa/runner'
import { Identity, doors, knock } from '#app/identity'
import { refuseDemoWorld } from '#kernel/fleet/demo_world'
import { prepareDatabase } from '#kernel/fleet/preparing'
import { ownerPool } from '#kernel/fleet/owner'
import { coreSql } from '#kernel/tenancy/sql'
import env from '#start/env'

const quietly = () => {}

test.group('Preparing the database', (group) => {
  const databaseUrl = env.get('DATABASE_URL')!
  group.each.teardown(async () => {
    env.set('DATABASE_URL', databaseUrl)
    await ownerPool().query(`delete from core.identities where email like '%@freehold.example'`)
  })

  test('may be done again, and answers the same login', async ({ assert }) => {
    const prepared = await prepareDatabase(quietly)

    assert.equal(prepared.login, new URL(databaseUrl).username)
    assert.deepInclude(prepared, { failed: 0 })
    assert.equal(prepared.addresses.databaseUrl, databaseUrl)
  })

  test('leaves the doors counted as before', async ({ assert }) => {
    await knock(doors.letter, 'somebody')
    await prepareDatabase(quietly)
    await assert.doesNotReject(() => knock(doors.letter, 'somebody'))
  })

  test('is refused for another login than the one that the agencies know', async ({ assert }) => {
    const other = new URL(databaseUrl)
    other.username = 'somebody'
    env.set('DATABASE_URL', other.href)

    await assert.rejects(() => prepareDatabase(quietly), /names the login "somebody"/)
    const { rowCount } = await ownerPool().query(`select from pg_roles where rolname = 'somebody'`)
    assert.equal(rowCount, 0)
  })

  test('is refused in production where the demo world lies', async ({ assert }) => {
    await Identity.create({
      email: 'platform_admin@freehold.example',
      name: 'Operator',
      operatorRole: 'platform_admin',
    })

    await assert.rejects(() => refuseDemoWorld(coreSql, true), /holds the demo world/)
    await assert.doesNotReject(() => refuseDemoWorld(coreSql, false))
  })

  test('is not refused because a stranger signed up with an e-mail of the demo', async ({
    assert,
  }) => {
    await Identity.create({ email: 'platform_admin@freehold.example', name: 'Stranger' })

    await assert.doesNotReject(() => refuseDemoWorld(coreSql, true))
  })
})
