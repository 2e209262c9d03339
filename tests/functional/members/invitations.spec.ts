import { test } from '@japa/runner'
import { Identity } from '#app/identity'
import { Member, Team } from '#app/members'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { PASSWORD } from '#tests/support/agency'
import { Visitor, letterTo, linkTo, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

const EMAIL = 'newcomer@invited.example'
const NEWCOMER = { name: 'Noma Newcomer', email: EMAIL, role: 'junior_agent' }
const NEW_PASSWORD = 'three quiet rivers bend'

test.group('Inviting somebody', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
    return async () => {
      await coreSql(`delete from one_time_tokens where purpose = 'invite'`)
      await coreSql(
        'delete from memberships where identity_id in (select id from identities where email = ?)',
        [EMAIL]
      )
      await coreSql('delete from identities where email = ?', [EMAIL])
    }
  })

  const principal = async () => {
    const person = new Visitor(workspace.agency.host)
    await person.signIn(workspace.agency.email('principal'), PASSWORD)
    await person.get('/app/settings/invitations/create')
    return person
  }
  const invite = async (changes: Record<string, string> = {}) => {
    const person = await principal()
    const answer = await person.post('/app/settings/invitations', { ...NEWCOMER, ...changes })
    return { person, answer }
  }
  const linkSent = async (email = EMAIL) => {
    await invite({ email })
    return linkTo(email, '/invitation/')
  }
  const accept = async (
    link: string,
    fields: Record<string, string>,
    host = workspace.agency.host
  ) => {
    const person = new Visitor(host)
    const page = await person.get(link)
    return { person, page, answer: await person.post(link, { ...fields, _form: 'acceptance' }) }
  }
  const memberCalled = (email: string) =>
    workspace.agency.inUnit(async () => Member.query().where({ email, state: 'active' }).first())
  const auditActions = () =>
    workspace.agency.inUnit(async () => {
      const { rows } = await unitSql<{ action: string }>(
        `select action from audit_entries where action like 'members.%' order by id`
      )
      return rows.map(({ action }) => action)
    })

  test('takes a newcomer in, with a name and a password of their own', async ({ assert }) => {
    const team = await workspace.agency.inUnit(() => Team.create({ name: 'Lakeside' }))
    const { answer: sent } = await invite({ teamId: team.id })
    assert.equal(sent.location, '/app/settings/members')
    const { subject, plain } = await letterTo(EMAIL)
    assert.equal(subject, 'Join Agency north')
    assert.include(plain, 'Person principal')

    const { person, page, answer } = await accept(await linkTo(EMAIL, '/invitation/'), {
      name: 'Noma',
      password: NEW_PASSWORD,
    })

    assert.include(page.words, 'Person principal invites you')
    assert.equal(answer.location, '/app')
    assert.include((await person.get('/app/account')).words, 'Noma')
    const member = (await memberCalled(EMAIL))!
    assert.deepEqual([member.role, member.teamId, member.name], ['junior_agent', team.id, 'Noma'])
    assert.exists((await Identity.findByOrFail('email', EMAIL)).emailVerifiedAt)
    assert.deepEqual(await auditActions(), ['members.invited', 'members.joined'])
    const again = new Visitor(workspace.agency.host)
    assert.equal((await again.signIn(EMAIL, NEW_PASSWORD)).location, '/app')
  })

  test('takes a person in who has an account, by its password', async ({ assert, cleanup }) => {
    const email = workspace.neighbour.email('marketing')
    const identityId = workspace.neighbour.identityId('marketing')
    cleanup(async () => {
      await coreSql('delete from memberships where tenant_id = ? and identity_id = ?', [
        workspace.agency.id,
        identityId,
      ])
    })
    const link = await linkSent(email)

    const wrong = await accept(link, { password: 'not the password' })
    assert.include(wrong.page.words, 'You already have an account')
    assert.notEqual(wrong.answer.location, '/app')
    assert.isNull(await memberCalled(email))
    const { person, answer } = await accept(link, { password: PASSWORD })

    assert.equal(answer.location, '/app')
    assert.equal((await memberCalled(email))!.identityId, identityId)
    assert.lengthOf(await Identity.query().where('email', email), 1)
    assert.include(
      (await person.get('/app/account')).text,
      `/app/agencies/${workspace.neighbour.id}`
    )
  })

  test('works once, in time, and on its own host', async ({ assert }) => {
    const link = await linkSent()
    const fields = { name: 'Noma', password: NEW_PASSWORD }
    const abroad = await accept(link, fields, workspace.neighbour.host)
    assert.include(abroad.page.words, 'no longer works')
    assert.notEqual(abroad.answer.location, '/app')

    assert.equal((await accept(link, fields)).answer.location, '/app')
    assert.include((await accept(link, fields)).page.words, 'no longer works')

    const late = await linkSent('late@invited.example')
    await coreSql(`update one_time_tokens set expires_at = now() - interval '1 second'`)
    assert.include((await accept(late, fields)).page.words, 'no longer works')
  })

  test('lives for seven days', async ({ assert }) => {
    await linkSent()
    const { rows } = await coreSql<{ days: number }>(
      `select extract(epoch from expires_at - now())::float / 86400 as days from one_time_tokens where purpose = 'invite'`
    )

    assert.approximately(rows[0].days, 7, 0.01)
  })

  test('refuses a weak password and keeps the link', async ({ assert }) => {
    const link = await linkSent()
    await accept(link, { name: 'Noma', password: 'password123' })
    assert.isNull(await memberCalled(EMAIL))

    assert.equal(
      (await accept(link, { name: 'Noma', password: NEW_PASSWORD })).answer.location,
      '/app'
    )
  })

  test('can be declined', async ({ assert }) => {
    const link = await linkSent()
    const person = new Visitor(workspace.agency.host)
    await person.get(link)
    const answer = await person.delete(link)

    assert.equal(answer.location, '/login')
    assert.include((await person.get(link)).words, 'no longer works')
    assert.deepEqual(await auditActions(), ['members.invited', 'members.invitation_declined'])
  })

  test('can be sent again: the new link works, the old one ends', async ({ assert }) => {
    const { person } = await invite()
    const old = await linkTo(EMAIL, '/invitation/')
    const page = await person.get('/app/settings/members')
    assert.include(page.words, EMAIL)
    const id = /invitation-([0-9a-f-]{36})/.exec(page.text)![1]
    await coreSql('delete from caught_letters')
    await person.put(`/app/settings/invitations/${id}`)
    const fresh = await linkTo(EMAIL, '/invitation/')

    const fields = { name: 'Noma', password: NEW_PASSWORD }
    assert.include((await accept(old, fields)).page.words, 'no longer works')
    assert.equal((await accept(fresh, fields)).answer.location, '/app')
  })

  test('can be taken back', async ({ assert }) => {
    const { person } = await invite()
    const link = await linkTo(EMAIL, '/invitation/')
    const page = await person.get('/app/settings/members')
    const id = /invitation-([0-9a-f-]{36})/.exec(page.text)![1]
    await person.delete(`/app/settings/invitations/${id}`)

    assert.include((await new Visitor(workspace.agency.host).get(link)).words, 'no longer works')
    await person.get('/app/settings')
    assert.notInclude((await person.get('/app/settings/members')).words, EMAIL)
    assert.include(await auditActions(), 'members.invitation_revoked')
  })

  test('brings somebody back who was removed, with all that they did', async ({ assert }) => {
    await accept(await linkSent(), { name: 'Noma', password: NEW_PASSWORD })
    const before = (await memberCalled(EMAIL))!
    const person = await principal()
    await person.delete(`/app/settings/members/${before.id}`)
    await coreSql('delete from caught_letters')

    const { answer } = await accept(await linkSent(), { password: NEW_PASSWORD })

    assert.equal(answer.location, '/app')
    assert.equal((await memberCalled(EMAIL))!.id, before.id)
  })

  test('refuses somebody who works here, and what makes no sense', async ({ assert }) => {
    const person = await principal()
    const post = (changes: Record<string, string>) =>
      person.post(
        '/app/settings/invitations',
        { ...NEWCOMER, ...changes },
        { 'hx-request': 'true' }
      )

    const known = await post({ email: workspace.agency.email('junior_agent') })
    assert.equal(known.status, 409)
    assert.include(known.words, 'already works here')
    assert.equal((await post({ email: 'nobody' })).status, 422)
    assert.equal((await post({ role: 'emperor' })).status, 422)
    assert.equal((await post({ name: '' })).status, 422)
    const team = await workspace.neighbour.inUnit(() => Team.create({ name: 'Theirs' }))
    assert.equal((await post({ teamId: team.id })).status, 409)
    const { rows } = await coreSql(`select 1 from one_time_tokens where purpose = 'invite'`)
    assert.lengthOf(rows, 0)
  })

  test('is up to those who manage members', async ({ assert, client }) => {
    const answer = await workspace.as(
      'sales_director',
      client.post('/app/settings/invitations').form(NEWCOMER)
    )
    answer.assertStatus(403)
    const page = await workspace.as('sales_director', client.get('/app/settings/members'))
    assert.notInclude(page.text(), 'invitations/create')
  })

  test('of another agency does not exist here', async ({ assert, client }) => {
    const { person } = await invite()
    const page = await person.get('/app/settings/members')
    const id = /invitation-([0-9a-f-]{36})/.exec(page.text)![1]

    ;(await workspace.asStranger(client.put(`/app/settings/invitations/${id}`))).assertStatus(404)
    ;(await workspace.asStranger(client.delete(`/app/settings/invitations/${id}`))).assertStatus(
      404
    )
    const theirs = await workspace.asStranger(client.get('/app/settings/members'))
    assert.notInclude(theirs.text(), EMAIL)
  })
})
