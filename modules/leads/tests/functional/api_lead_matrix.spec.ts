import { test } from '@japa/runner'
import { type StaffRole, staffRoles } from '#app/members'
import { ApiProgram } from '#tests/support/api_client'
import { LeadsWorkspace } from '../workspace.ts'

const ANY = { headers: { 'if-match': '*' } }
const names = ({ data }: { data: { name: string }[] }) => data.map(({ name }) => name)

const everything = ['of junior', 'of nobody', 'of senior']
const sees: Record<StaffRole, string[]> = {
  principal: everything,
  sales_director: everything,
  collections_manager: everything,
  marketing: everything,
  relationship_manager: everything,
  senior_agent: ['of senior'],
  junior_agent: ['of junior'],
  property_manager: [],
}
const manages = ['principal', 'sales_director']

test.group('The lead matrix, for programs,', (group) => {
  const workspace = new LeadsWorkspace()
  group.each.setup(() => workspace.open())

  test('holds at every door: {role}')
    .with(staffRoles.map((role) => ({ role })))
    .run(async ({ assert }, { role }) => {
      const owners = { junior: 'junior_agent', nobody: null, senior: 'senior_agent' } as const
      const leads = []
      for (const [name, owner] of Object.entries(owners))
        leads.push(await workspace.givenLead({ name: `of ${name}`, owner }))
      const program = await ApiProgram.of({ agency: workspace.agency, role })

      assert.deepEqual(names((await program.get('/leads?sort=name')).json), sees[role])
      const { json } = await program.get('/leads/statistics')
      assert.equal(json.total.leads, sees[role].length)
      for (const { id, name } of leads) {
        const isSeen = sees[role].includes(name)
        const isTheirs = isSeen && (manages.includes(role) || /agent/.test(role))
        const status = (allowed: boolean) => (allowed ? 200 : isSeen ? 403 : 404)
        assert.equal((await program.get(`/leads/${id}`)).status, status(isSeen), name)
        const told = await program.get(`/leads/${id}/timeline`)
        assert.equal(told.status, status(isSeen), name)
        const changed = await program.patch(`/leads/${id}/priority`, { priority: 80 })
        assert.equal(changed.status, status(isTheirs), name)
        const owner = await workspace.agency.memberId('senior_agent')
        const given = await program.patch(`/leads/${id}/assignment`, { owner_id: owner }, ANY)
        assert.equal(given.status, status(manages.includes(role)), name)
        const gone = await program.delete(`/leads/${id}`, ANY)
        const deletes = role === 'principal' ? 204 : status(false)
        assert.equal(gone.status, deletes, name)
      }
    })
})
