import { test } from '@japa/runner'
import { Member } from '#app/members'
import { coreSql } from '#kernel/tenancy/sql'
import { PASSWORD } from '#tests/support/agency'
import { Visitor, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

test.group('Switching from one agency to another', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
    const place = [workspace.neighbour.id, workspace.agency.identityId('marketing')]
    await coreSql('insert into memberships (tenant_id, identity_id) values (?, ?)', place)
    await workspace.neighbour.inUnit(() =>
      Member.create({
        identityId: place[1],
        name: 'The same person',
        email: 'same@person.example',
        role: 'junior_agent',
      })
    )
    await coreSql(`select pg_notify('freehold_identities', ?)`, [place[1]])
    return async () => {
      await coreSql('delete from memberships where tenant_id = ? and identity_id = ?', place)
      await coreSql(`select pg_notify('freehold_identities', ?)`, [place[1]])
    }
  })

  const signedIn = async () => {
    const person = new Visitor(workspace.agency.host)
    await person.signIn(workspace.agency.email('marketing'), PASSWORD)
    return person
  }
  const path = () => `/app/agencies/${workspace.neighbour.id}`

  test('is offered where a person works in more than one', async ({ assert, client }) => {
    const page = await (await signedIn()).get('/app/settings')
    assert.include(page.text, `href="${path()}"`)
    assert.include(page.words, 'Agency south')

    const single = await workspace.as('principal', client.get('/app/settings'))
    assert.notInclude(single.text(), '/app/agencies/')
  })

  test('leads into the other workspace, in the role that the person has there', async ({
    assert,
  }) => {
    const person = await signedIn()
    assert.include((await person.get(path())).text, 'data-auto-submit')
    const answer = await person.post(path())
    const address = new URL(String(answer.headers.refresh).split('url=')[1])
    assert.equal(address.hostname, workspace.neighbour.host)

    const there = new Visitor(address.hostname)
    await there.get(`${address.pathname}${address.search}`)
    const ticket = address.searchParams.get('ticket')!
    assert.equal((await there.post('/enter', { ticket })).location, '/app')

    const page = await there.get('/app/account')
    assert.include(page.words, 'The same person')
    assert.include(page.words, 'Junior agent')
    assert.equal((await person.get('/app/account')).status, 200, 'the first session goes on')
  })

  test('tells htmx the address instead of a page', async ({ assert }) => {
    const person = await signedIn()
    await person.get('/app/account')
    const answer = await person.post(path(), {}, { 'hx-request': 'true' })

    assert.include(String(answer.headers['hx-redirect']), `//${workspace.neighbour.host}`)
  })

  test('is not possible to an agency where one does not work', async ({ assert, client }) => {
    for (const request of [client.get(path()), client.post(path())]) {
      ;(await workspace.as('principal', request)).assertStatus(404)
    }
    for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
      assert.equal((await (await signedIn()).get(`/app/agencies/${id}`)).status, 404)
    }
  })

  test('is not offered to an agency that is suspended', async ({ assert }) => {
    await workspace.neighbour.fleet('suspend', { reason: 'unpaid' })
    await coreSql(`select pg_notify('freehold_identities', ?)`, [
      workspace.agency.identityId('marketing'),
    ])

    const page = await (await signedIn()).get('/app/settings')

    assert.notInclude(page.text, path())
    await workspace.neighbour.fleet('resume')
  })
})
