import { test } from '@japa/runner'
import { DoorsWorkspace } from '../doors_workspace.ts'

const columns = [
  { column_id: 'FULL_NAME', column_name: 'Full Name', string_value: 'Tariro Moyo' },
  { column_id: 'EMAIL', column_name: 'User Email', string_value: 'Tariro@Post.example' },
  { column_id: 'PHONE_NUMBER', column_name: 'User Phone', string_value: '+1 206-555-0142' },
  { column_id: 'CITY', string_value: 'Seattle' },
  { column_id: 'REGION', string_value: 'Washington' },
  { column_id: 'POSTAL_CODE', string_value: '98101' },
  { column_name: 'What is your budget?', string_value: '$400,000 - $500,000' },
  { column_name: 'Do you own a dog?', string_value: 'Two of them' },
]

test.group('A lead of a Google lead form', (group) => {
  const workspace = new DoorsWorkspace()
  group.each.setup(() => workspace.open())

  async function door() {
    const { connection, secrets } = await workspace.givenDoor('google')
    const lead = {
      lead_id: 'CjwKCA',
      api_version: '1.0',
      campaign_id: 12345,
      form_id: 99,
      gcl_id: 'g-1',
      google_key: secrets.googleKey,
      is_test: false,
      user_column_data: columns,
    }
    return { connection, lead, path: `google/${connection.token}` }
  }

  test('becomes a lead, with what the form asked for in its place', async ({ assert }) => {
    const { lead, path } = await door()
    const { status } = await workspace.send(path, lead)

    assert.equal(status, 200)
    const made = await workspace.leadNamed('Tariro Moyo')
    assert.containsSubset(made!.$attributes, {
      phone: '+12065550142',
      email: 'tariro@post.example',
      source: 'advertisement',
      budgetMinMinor: 40_000_000,
      budgetMaxMinor: 50_000_000,
      address: { city: 'Seattle', state: 'WA', postcode: '98101' },
      tagNames: [],
    })
    assert.isNotNull(made!.ownerId, 'the rules give it to somebody')
    assert.containsSubset(made!.sourceDetail, {
      google: { lead_id: 'CjwKCA', campaign_id: '12345', form_id: '99', gcl_id: 'g-1' },
      utm: { source: 'google' },
      answers: { 'Do you own a dog?': 'Two of them' },
      phoneKind: 'unknown',
    })
    assert.containsSubset(await workspace.intakes(), [{ state: 'taken', lead_id: made!.id }])
  })

  test('is taken once, however often and at once it is sent', async ({ assert }) => {
    const { lead, path } = await door()
    const answers = await Promise.all([1, 2, 3, 4].map(() => workspace.send(path, lead)))
    answers.push(await workspace.send(path, lead))
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200])
    assert.equal(await workspace.leadCount(), 1)
  })

  test('is refused with a wrong key or none, and leaves no row', async ({ assert }) => {
    const { lead, path } = await door()
    const before = await workspace.agency.fingerprint()
    for (const key of ['wrong', '', undefined, null, 7, { $ne: '' }]) {
      const { status, text } = await workspace.send(path, { ...lead, google_key: key })
      assert.deepEqual([status, JSON.parse(text).code], [401, 'E_SIGNATURE'])
    }
    assert.equal(await workspace.agency.fingerprint(), before)
  })

  test('is refused where it is no lead, and leaves no row', async ({ assert }) => {
    const { lead, path } = await door()
    const before = await workspace.agency.fingerprint()
    const bent = [
      { ...lead, lead_id: '' },
      { ...lead, user_column_data: 'none' },
      { ...lead, user_column_data: Array.from({ length: 201 }, () => ({})) },
      { google_key: lead.google_key },
    ]
    for (const body of bent) assert.equal((await workspace.send(path, body)).status, 422)
    assert.equal((await workspace.send(path, '{')).status, 400)
    assert.equal((await workspace.send(path, `"${'x'.repeat(1_100_000)}"`)).status, 413)
    assert.equal(await workspace.agency.fingerprint(), before)
  })

  test('that is only tried out is noted, and makes no lead', async ({ assert }) => {
    const { lead, path } = await door()
    assert.equal((await workspace.send(path, { ...lead, is_test: true })).status, 200)
    assert.equal(await workspace.leadCount(), 0)
    assert.containsSubset(await workspace.intakes(), [{ state: 'test' }])
  })

  test('that cannot be checked is kept as it was written, to be looked at', async ({ assert }) => {
    const { lead, path } = await door()
    const data = [
      { column_id: 'FULL_NAME', string_value: 'Bo' },
      { column_id: 'PHONE_NUMBER', string_value: '12 34' },
      { column_id: 'EMAIL', string_value: 'bo at post' },
      { column_id: 'POSTAL_CODE', string_value: 'nowhere' },
    ]
    await workspace.send(path, { ...lead, user_column_data: data })
    const made = await workspace.leadNamed('Bo')
    assert.deepEqual([made!.phone, made!.email, made!.tagNames], [null, null, ['To review']])
    assert.isNotNull(made!.ownerId, 'the rules give it to somebody')
    assert.containsSubset(made!.sourceDetail, {
      phoneWritten: '12 34',
      answers: { email: 'bo at post', postcode: 'nowhere' },
      review: ['phone', 'email', 'address'],
    })
  })

  test('finds no door where there is none, where it was closed, or where leads are off', async ({
    assert,
  }) => {
    const { connection, lead, path } = await door()
    const other = await workspace.givenDoor('facebook')
    for (const token of ['x', 'v'.repeat(52), other.connection.token])
      assert.equal((await workspace.send(`google/${token}`, lead)).status, 404)
    await workspace.agency.switchModule('leads', 'off')
    assert.equal((await workspace.send(path, lead)).status, 404)
    await workspace.agency.switchModule('leads', 'on')
    await workspace.agency.inUnit(async () => {
      await connection.merge({ revokedAt: connection.createdAt }).save()
    })
    assert.equal((await workspace.send(path, lead)).status, 404)
    assert.equal(await workspace.leadCount(), 0)
  })

  test('goes to the agency of its door alone', async ({ assert }) => {
    const { lead } = await door()
    const { connection, secrets } = await workspace.givenDoor('google', workspace.neighbour)
    await workspace.send(`google/${connection.token}`, { ...lead, google_key: secrets.googleKey })
    assert.deepEqual(
      [await workspace.leadCount(), await workspace.leadCount(workspace.neighbour)],
      [0, 1]
    )
  })
})
