import { test } from '@japa/runner'
import { ApiProgram } from '#tests/support/api_client'
import { Workspace } from '#tests/support/workspace'

test.group('A program', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('asks for JSON', async ({ assert }) => {
    const program = await ApiProgram.of(workspace)
    const ask = async (accept: string) =>
      (await program.get('/key', { headers: { accept } })).status
    assert.equal(await ask('text/html'), 406)
    for (const accept of ['*/*', 'application/json', 'text/html, application/*;q=0.5'])
      assert.equal(await ask(accept), 200, accept)
  })
})

test.group('The hour of a key', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('has 1,000 requests on a paid plan and 100 on Free', async ({ assert }) => {
    const program = await ApiProgram.of(workspace)
    const paid = await program.get('/key')
    assert.deepEqual(
      [paid.headers['ratelimit-limit'], paid.headers['ratelimit-remaining']],
      ['1000', '999']
    )
    await workspace.agency.becomesFree()
    const { headers } = await program.get('/key')
    assert.deepEqual([headers['ratelimit-limit'], headers['ratelimit-remaining']], ['100', '98'])
  })

  test('ends with 429 and says when there is more', async ({ assert }) => {
    const program = await ApiProgram.of(workspace)
    await workspace.agency.becomesFree()
    for (let time = 0; time < 100; time++) await program.askFreely('GET', '/key')
    const answer = await program.get('/key')

    assert.equal(answer.status, 429)
    const wait = Number(answer.headers['retry-after'])
    assert.isTrue(wait > 3_500 && wait <= 3_600, String(wait))
    assert.equal(answer.headers['ratelimit-remaining'], '0')
    const other = await ApiProgram.of(workspace)
    assert.equal((await other.get('/key')).status, 200)
  })
})
