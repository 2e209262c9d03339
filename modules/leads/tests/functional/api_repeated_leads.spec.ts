import { test } from '@japa/runner'
import { unitSql } from '#kernel/tenancy/sql'
import { ApiProgram } from '#tests/support/api_client'
import { LeadsWorkspace } from '../workspace.ts'

test.group('A lead that programs bring again', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())
  const again = { name: 'Bo', phone: '+1 206 555 0143', source: 'website' }
  const known = async () => {
    const director = await ApiProgram.of({ agency: workspace.agency })
    const { json } = await director.post('/leads', again)
    return { director, id: json.id as string }
  }

  test('is taken into the one that is known', async ({ assert }) => {
    const { director, id } = await known()
    const { status, json } = await director.post('/leads', { ...again, message: 'Any news?' })
    assert.deepEqual([status, json.id], [201, id])
  })

  test('is one of its own for a key that does not reach the other', async ({ assert }) => {
    const { id } = await known()
    await workspace.agency.inUnit(() => unitSql('update leads set owner_id = null, team_id = null'))
    const agent = await ApiProgram.of({ agency: workspace.agency, role: 'junior_agent' })
    const { status, json } = await agent.post('/leads', again)
    assert.equal(status, 201)
    assert.notEqual(json.id, id)
  })
})
