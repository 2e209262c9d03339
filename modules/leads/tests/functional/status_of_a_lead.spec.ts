import { test } from '@japa/runner'
import { type LeadStatus, leadStatuses, leadSteps } from '../../lead_words.ts'
import { LeadsWorkspace } from '../workspace.ts'

const steps = leadStatuses.flatMap((from) =>
  leadStatuses.map((to) => ({ from, to, allowed: leadSteps[from].includes(to) }))
)

test.group('The status of a lead', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  const given = (status: LeadStatus) =>
    workspace.givenLead({ facts: { status, lostReason: status === 'lost' ? 'price' : null } })

  test('goes from {from} to {to} only where that is a step')
    .with(steps)
    .run(async ({ client, assert }, { from, to, allowed }) => {
      const lead = await given(from)

      const response = await workspace.asFragment(
        'principal',
        client.put(`/app/leads/${lead.id}/status`).form({
          status: to,
          lostReason: to === 'lost' ? 'price' : undefined,
          reason: 'Because',
          version: lead.version,
        })
      )

      if (!allowed) response.assertStatus(409)
      assert.equal((await workspace.lead(lead.id))!.status, allowed ? to : from)
      assert.deepEqual(await workspace.steps(lead.id), allowed ? [`${from} → ${to}`] : [])
    })

  test('names the steps that are allowed where one is refused', async ({ client, assert }) => {
    const lead = await given('new')

    const response = await workspace.asFragment(
      'principal',
      client.put(`/app/leads/${lead.id}/status`).form({ status: 'qualified', version: 1 })
    )

    response.assertStatus(409)
    assert.include(response.text(), 'Contacted, Lost')
  })

  test('is lost only with a reason, and open again only with one', async ({ client, assert }) => {
    const open = await given('contacted')
    const lost = await given('lost')
    const put = (id: string, form: object) =>
      workspace.asFragment('principal', client.put(`/app/leads/${id}/status`).form(form))

    const losing = await put(open.id, { status: 'lost', version: 1 })
    const reopening = await put(lost.id, { status: 'contacted', version: lost.version })

    losing.assertStatus(422)
    reopening.assertStatus(422)
    assert.equal((await workspace.lead(open.id))!.status, 'contacted')
    assert.equal((await workspace.lead(lost.id))!.status, 'lost')
  })

  test('is refused to whoever saw an older version', async ({ client, assert }) => {
    const lead = await given('new')
    const step = () =>
      workspace.asFragment(
        'principal',
        client.put(`/app/leads/${lead.id}/status`).form({ status: 'contacted', version: 7 })
      )

    const response = await step()

    response.assertStatus(409)
    assert.equal((await workspace.lead(lead.id))!.status, 'new')
  })

  test('takes the stage along', async ({ client, assert }) => {
    const lead = await given('contacted')

    await workspace.as(
      'principal',
      client.put(`/app/leads/${lead.id}/status`).form({ status: 'qualified', version: 1 })
    )

    assert.equal(await workspace.stageOf(lead.id), 'Qualified')
  })

  test('changes where it stands in the list, and can go on from there', async ({
    client,
    assert,
  }) => {
    const lead = await given('new')

    const response = await workspace.asFragment(
      'principal',
      client.patch(`/app/leads/${lead.id}/status?as=cell`).form({ status: 'contacted', version: 1 })
    )

    response.assertStatus(200)
    assert.include(response.text(), `lead-status-${lead.id}`)
    assert.match(response.text(), /name="version" value="2"/)
    assert.include(response.text(), 'Qualified')
  })

  test('becomes contacted with the first call, and says so on the timeline', async ({ assert }) => {
    const lead = await given('new')

    await workspace.givenCall(lead)

    const after = await workspace.lead(lead.id)
    assert.equal(after!.status, 'contacted')
    assert.isNotNull(after!.firstRespondedAt)
    assert.equal(after!.version, lead.version)
    assert.deepEqual(await workspace.steps(lead.id), ['new → contacted'])
  })

  test('is forbidden to those who only look', async ({ client, assert }) => {
    const lead = await given('new')

    const response = await workspace.as(
      'collections_manager',
      client.put(`/app/leads/${lead.id}/status`).form({ status: 'contacted', version: 1 })
    )

    response.assertStatus(403)
    assert.equal((await workspace.lead(lead.id))!.status, 'new')
  })

  test('of another agency does not exist', async ({ client }) => {
    const lead = await given('new')

    const response = await workspace.asStranger(
      client.put(`/app/leads/${lead.id}/status`).form({ status: 'contacted', version: 1 })
    )

    response.assertStatus(404)
  })

  test('is not there while the module is off', async ({ client }) => {
    const lead = await given('new')
    await workspace.agency.switchModule('leads', 'off')

    const response = await workspace.as(
      'principal',
      client.put(`/app/leads/${lead.id}/status`).form({ status: 'contacted', version: 1 })
    )

    response.assertStatus(404)
  })
})
