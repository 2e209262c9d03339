import { test } from '@japa/runner'
import { Identity, issueToken } from '#app/identity'
import { Member } from '#app/members'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { PASSWORD } from '#tests/support/agency'
import {
  type PassingAgency,
  closePassingAgencies,
  openPassingAgency,
} from '#tests/support/passing_agencies'
import { Visitor, letterTo, linkTo, sweepTheDoorstep } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

const EMAIL = 'ann@proving.example'
const OTHER_PASSWORD = 'forgot that I had an account'

test.group('Proving an e-mail', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
    return closePassingAgencies
  })

  const linkFor = async ({ identityId, tenantId }: PassingAgency) =>
    `/verify/${await issueToken('verify_email', { identityId, tenantId })}`
  const confirm = async ({ host }: PassingAgency, link: string) => {
    const person = new Visitor(host)
    await person.get(link)
    return person.post(link)
  }
  const founder = async (agency: PassingAgency, password = PASSWORD) => {
    const person = new Visitor(agency.host)
    await person.signIn(EMAIL, password)
    return person
  }

  test('takes the reminder off the workspace', async ({ assert }) => {
    const agency = await openPassingAgency('proven', EMAIL)
    const person = await founder(agency)
    assert.include((await person.get('/app')).words, 'Please confirm')

    const answer = await confirm(agency, await linkFor(agency))

    assert.equal(answer.location, '/app')
    assert.notInclude((await person.get('/app')).words, 'Please confirm')
    assert.exists((await Identity.findOrFail(agency.identityId)).emailVerifiedAt)
  })

  test('changes nothing by looking at the page', async ({ assert }) => {
    const agency = await openPassingAgency('looked-at', EMAIL)
    const page = await new Visitor(agency.host).get(await linkFor(agency))

    assert.include(page.words, 'Confirm my e-mail')
    assert.isNull((await Identity.findOrFail(agency.identityId)).emailVerifiedAt)
  })

  test('works once, in time, and on its own host', async ({ assert }) => {
    const agency = await openPassingAgency('once', EMAIL)
    const link = await linkFor(agency)
    const abroad = await confirm({ ...agency, host: workspace.agency.host }, link)
    assert.equal(abroad.status, 302)
    assert.isNull((await Identity.findOrFail(agency.identityId)).emailVerifiedAt)

    await confirm(agency, link)
    assert.include((await new Visitor(agency.host).get(link)).words, 'no longer works')

    const late = await linkFor(agency)
    await coreSql(`update one_time_tokens set expires_at = now() - interval '1 second'`)
    assert.include((await new Visitor(agency.host).get(late)).words, 'no longer works')
  })

  test('can be asked for again from the workspace', async ({ assert }) => {
    const agency = await openPassingAgency('resent', EMAIL)
    const person = await founder(agency)
    await person.get('/app')
    const answer = await person.post('/app/account/verification')
    assert.equal(answer.location, '/app')

    await confirm(agency, await linkTo(EMAIL, '/verify/'))

    assert.exists((await Identity.findOrFail(agency.identityId)).emailVerifiedAt)
  })

  test('sends a person who is proven already nothing more', async ({ assert }) => {
    const agency = await openPassingAgency('quiet', EMAIL)
    await confirm(agency, await linkFor(agency))
    const person = await founder(agency)
    await person.get('/app')
    await person.post('/app/account/verification')
    // A letter that surely comes, asked for later: the other one would have been there before it.
    await person.get('/password/forgotten')
    await person.post('/password/forgotten', { email: EMAIL })

    assert.include((await letterTo(EMAIL)).subject, 'password')
    const { rows } = await coreSql('select 1 from caught_letters where recipient = ?', [EMAIL])
    assert.lengthOf(rows, 1)
  })
})

test.group('Proving an e-mail that another identity had proven before', (group) => {
  const workspace = new Workspace()
  group.each.setup(async () => {
    await workspace.open()
    await sweepTheDoorstep()
    return closePassingAgencies
  })

  /** One person who signed up twice, the second time with another password. */
  const givenTwins = async () => {
    const elder = await openPassingAgency('elder', EMAIL)
    await coreSql('update identities set email_verified_at = now() where id = ?', [
      elder.identityId,
    ])
    const younger = await openPassingAgency('younger', EMAIL, OTHER_PASSWORD)
    const secret = await issueToken('verify_email', {
      identityId: younger.identityId,
      tenantId: younger.tenantId,
    })
    return { elder, younger, link: `/verify/${secret}` }
  }
  const confirm = async (host: string, link: string) => {
    const person = new Visitor(host)
    await person.get(link)
    return { person, answer: await person.post(link) }
  }
  const membersOf = async ({ tenantId }: PassingAgency) => {
    const tenant = await tenantDirectory.byId(tenantId)
    return tenancy.run(tenant!, () => Member.all())
  }

  test('gives a second sign-up an identity of its own first', async ({ assert }) => {
    const { elder, younger } = await givenTwins()

    assert.notEqual(elder.identityId, younger.identityId)
    const person = new Visitor(younger.host)
    assert.equal((await person.signIn(EMAIL, OTHER_PASSWORD)).location, '/app')
  })

  test('moves the new agency over to the elder one and says which password counts', async ({
    assert,
  }) => {
    const { elder, younger, link } = await givenTwins()

    const { person, answer } = await confirm(younger.host, link)

    assert.equal(answer.location, '/login')
    assert.include((await person.get('/login')).words, 'the password of that account')
    const [member] = await membersOf(younger)
    assert.equal(member.identityId, elder.identityId)
    assert.equal(member.role, 'principal')
    const { rows } = await coreSql<{ founder_id: string }>(
      'select founder_id from tenants where id = ?',
      [younger.tenantId]
    )
    assert.equal(rows[0].founder_id, elder.identityId)
    assert.equal((await Identity.findOrFail(younger.identityId)).status, 'deleted')
  })

  test('lets the elder password in and the younger one no longer', async ({ assert }) => {
    const { younger, link } = await givenTwins()
    await confirm(younger.host, link)

    const person = new Visitor(younger.host)
    assert.equal((await person.signIn(EMAIL, PASSWORD)).location, '/app')
    assert.equal((await person.get('/app/settings/members')).status, 200)
    assert.notEqual(
      (await new Visitor(younger.host).signIn(EMAIL, OTHER_PASSWORD)).location,
      '/app'
    )
  })

  test('ends the sessions of the younger identity', async ({ assert }) => {
    const { younger, link } = await givenTwins()
    const open = new Visitor(younger.host)
    await open.signIn(EMAIL, OTHER_PASSWORD)
    await confirm(younger.host, link)

    assert.equal((await open.get('/app')).location, '/login?next=%2Fapp')
  })

  test('shows both agencies in the switcher afterwards', async ({ assert }) => {
    const { elder, younger, link } = await givenTwins()
    await confirm(younger.host, link)

    const person = new Visitor(elder.host)
    await person.signIn(EMAIL, PASSWORD)

    assert.include((await person.get('/app/account')).text, `/app/agencies/${younger.tenantId}`)
  })

  test('can be finished after it was cut off between the agency and the platform', async ({
    assert,
  }) => {
    const { elder, younger, link } = await givenTwins()
    const tenant = await tenantDirectory.byId(younger.tenantId)
    await tenancy.run(tenant!, () =>
      unitSql('update members set identity_id = ?', [elder.identityId])
    )

    const { answer } = await confirm(younger.host, link)

    assert.equal(answer.location, '/login')
    const person = new Visitor(younger.host)
    assert.equal((await person.signIn(EMAIL, PASSWORD)).location, '/app')
  })

  test('happens once, however often the link is clicked at the same time', async ({ assert }) => {
    const { younger, link } = await givenTwins()
    const people = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const person = new Visitor(younger.host)
        await person.get(link)
        return person
      })
    )

    await Promise.all(people.map((person) => person.post(link)))

    assert.lengthOf(await membersOf(younger), 1)
    const { rows } = await coreSql('select 1 from memberships where tenant_id = ?', [
      younger.tenantId,
    ])
    assert.lengthOf(rows, 1)
  })

  test('stands in the audit log of the agency', async ({ assert }) => {
    const { elder, younger, link } = await givenTwins()
    await confirm(younger.host, link)

    const tenant = await tenantDirectory.byId(younger.tenantId)
    const { rows } = await tenancy.run(tenant!, () =>
      unitSql<{ subject_id: string }>(
        `select subject_id from audit_entries where action = 'identity.joined'`
      )
    )
    assert.equal(rows[0]?.subject_id, elder.identityId)
  })
})
