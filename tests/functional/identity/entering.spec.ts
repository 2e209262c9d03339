import { test } from '@japa/runner'
import { issueToken } from '#app/identity'
import { coreSql } from '#kernel/tenancy/sql'
import { Visitor, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

test.group('Entering with a ticket', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
  })

  const givenTicket = () =>
    issueToken('switch_agency', {
      identityId: workspace.agency.identityId('principal'),
      tenantId: workspace.agency.id,
    })
  const enter = async (ticket: string, host = workspace.agency.host) => {
    const person = new Visitor(host)
    const page = await person.get(`/enter?ticket=${encodeURIComponent(ticket)}`)
    return { person, page, answer: await person.post('/enter', { ticket }) }
  }

  test('signs the person in', async ({ assert }) => {
    const { person, page, answer } = await enter(await givenTicket())

    assert.include(page.text, 'data-auto-submit')
    assert.equal(page.headers['referrer-policy'], 'no-referrer')
    assert.equal(answer.location, '/app')
    assert.include((await person.get('/app/account')).words, 'Person principal')
  })

  test('is not done by looking at the address', async ({ assert }) => {
    const ticket = await givenTicket()
    const person = new Visitor(workspace.agency.host)
    await person.get(`/enter?ticket=${ticket}`)

    assert.equal((await person.get('/app')).status, 302)
    assert.equal((await enter(ticket)).answer.location, '/app')
  })

  test('works once', async ({ assert }) => {
    const ticket = await givenTicket()
    await enter(ticket)

    assert.equal((await enter(ticket)).answer.location, '/login')
  })

  test('works for a minute', async ({ assert }) => {
    const ticket = await givenTicket()
    const { rows } = await coreSql<{ seconds: number }>(
      `select extract(epoch from expires_at - now())::float as seconds from one_time_tokens
        where purpose = 'switch_agency' and used_at is null order by id desc limit 1`
    )
    assert.approximately(rows[0].seconds, 60, 2)
    await coreSql(
      `update one_time_tokens set expires_at = now() - interval '1 second' where purpose = 'switch_agency'`
    )

    assert.equal((await enter(ticket)).answer.location, '/login')
  })

  test('works on the host for which it was made, and nowhere else', async ({ assert }) => {
    const { answer } = await enter(await givenTicket(), workspace.neighbour.host)

    assert.equal(answer.location, '/login')
  })

  test('rejects what is no ticket', async ({ assert }) => {
    for (const ticket of ['', 'made-up', "' or 1=1 --", 'x'.repeat(5_000)]) {
      assert.equal((await enter(ticket)).answer.location, '/login', ticket.slice(0, 20))
    }
  })
})
