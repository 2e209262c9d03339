import { test } from '@japa/runner'
import { ApiProgram } from '#tests/support/api_client'
import { WebProcess } from '#tests/support/web_process'
import { Workspace } from '#tests/support/workspace'

const COMPANY = { type: 'company', company_name: 'Engines' }

test.group('A program that talks to two processes', (group) => {
  const workspace = new Workspace()
  let other: WebProcess

  group.setup(async () => {
    other = await WebProcess.start()
    return async () => void (await other.terminate())
  })
  group.each.setup(() => workspace.open())

  test('has one effect for one Idempotency-Key, whichever it asks', async ({ assert }) => {
    const program = await ApiProgram.of(workspace)
    const headers = { 'idempotency-key': 'once' }
    const ask = (time: number) =>
      program.post('/contacts', COMPANY, {
        headers,
        port: time % 2 === 0 ? undefined : other.port,
      })
    const answers = await Promise.all(Array.from({ length: 12 }, (_, time) => ask(time)))

    const bodies = new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text))
    assert.equal(bodies.size, 1)
    for (const { status, json } of answers)
      if (status !== 201) assert.equal(json.code, 'E_IDEMPOTENCY_KEY_IN_USE')
    const { json } = await program.get('/contacts')
    assert.lengthOf(json.data, 1)
    assert.equal((await ask(1)).text, [...bodies][0])
  })

  test('finds its work done or not begun where a process died over it', async ({ assert }) => {
    const doomed = await WebProcess.start()
    const program = await ApiProgram.of(workspace)
    const headers = { 'idempotency-key': 'torn' }
    const asked = program.post('/contacts', COMPANY, { headers, port: doomed.port })
    const fate = asked.then(
      ({ status }) => status,
      () => 'torn'
    )
    await doomed.kill()
    await fate

    const again = await program.post('/contacts', COMPANY, { headers })
    assert.equal(again.status, 201)
    assert.lengthOf((await program.get('/contacts')).json.data, 1)
  })
})
