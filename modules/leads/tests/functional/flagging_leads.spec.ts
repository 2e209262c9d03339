import { test } from '@japa/runner'
import { renewFlags } from '../../actions/renew_flags.ts'
import LeadFlag from '../../models/lead_flag.ts'
import { LeadsWorkspace } from '../workspace.ts'

test.group('Leads that look wrong', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  const look = (id: string) => workspace.agency.inUnit(() => renewFlags([id]))
  const flags = () => workspace.agency.inUnit(async () => LeadFlag.query().orderBy('kind'))
  const address = { city: 'Seattle' }
  const sale = (askingPrice: number) =>
    workspace.givenLead({ intent: 'sell', address, askingPrice })

  test('are those with an unusual price, shown with the evidence', async ({ client, assert }) => {
    for (let n = 0; n < 9; n++) await sale(500_000_00 + n * 10_000_00)
    const [usual, odd] = [await sale(700_000_00), await sale(5_000_00)]
    await look(usual.id)
    await look(odd.id)

    const page = await workspace.as('principal', client.get('/app/leads/flags'))
    const record = await workspace.as('principal', client.get(`/app/leads/${odd.id}`))

    assert.deepEqual(
      (await flags()).map(({ leadId }) => leadId),
      [odd.id]
    )
    assert.include(page.text(), 'the median of 10 comparable prices is')
    assert.include(record.text(), 'Unusual price')
  })

  test('are spam, and the same person again and again', async ({ assert }) => {
    const spam = await workspace.givenLead({
      message: 'Buy https://one.example and https://two.example',
    })
    await look(spam.id)
    for (let n = 0; n < 2; n++) await workspace.givenLead({ phone: '+12065550188' })
    const third = await workspace.givenLead({ phone: '+12065550188' })
    await look(third.id)

    assert.deepEqual(
      (await flags()).map(({ kind, leadId }) => [kind, leadId]),
      [
        ['repeated', third.id],
        ['spam', spam.id],
      ]
    )
  })

  test('stay as somebody decided, and the decision has its limits', async ({ client, assert }) => {
    const spam = await workspace.givenLead({ name: 'www.spam.example' })
    await look(spam.id)
    const [flag] = await flags()
    const decide = (state: string) => client.put(`/app/leads/flags/${flag.id}`).form({ state })

    ;(await workspace.asFragment('principal', decide('maybe'))).assertStatus(422)
    ;(await workspace.as('marketing', decide('dismissed'))).assertStatus(403)
    ;(await workspace.as('junior_agent', decide('dismissed'))).assertStatus(404)
    ;(await workspace.asStranger(decide('dismissed'))).assertStatus(404)
    ;(await workspace.as('principal', decide('dismissed'))).assertStatus(302)
    await look(spam.id)

    assert.deepEqual(
      (await flags()).map(({ state }) => state),
      ['dismissed']
    )
  })
})
