import { test } from '@japa/runner'
import { ApiProgram } from '#tests/support/api_client'
import { until } from '#tests/support/until'
import { WebProcess } from '#tests/support/web_process'
import { Workspace } from '#tests/support/workspace'

test.group('A program that talks to two processes', (group) => {
  const workspace = new Workspace()
  let other: WebProcess

  group.setup(async () => {
    other = await WebProcess.start()
    return async () => void (await other.terminate())
  })
  group.each.setup(() => workspace.open())

  test('is refused by the other within a second once its key is revoked here', async ({
    assert,
    client,
  }) => {
    const program = await ApiProgram.of(workspace)
    const there = async () => (await program.get('/key', { port: other.port })).status
    assert.equal(await there(), 200)

    const address = `/app/settings/api-keys/${program.id}`
    const answer = await workspace.as('principal', client.delete(address))
    assert.equal(answer.status(), 302)
    const start = Date.now()
    await until(async () => (await there()) === 401)
    assert.isBelow(Date.now() - start, 1_000)
  })

  test('has one hour for both', async ({ assert }) => {
    const program = await ApiProgram.of(workspace)
    const left: number[] = []
    for (let time = 0; time < 6; time++) {
      const port = time % 2 === 0 ? undefined : other.port
      const { headers } = await program.get('/key', { port })
      left.push(Number(headers['ratelimit-remaining']))
    }
    assert.deepEqual(left, [999, 998, 997, 996, 995, 994])
  })
})
