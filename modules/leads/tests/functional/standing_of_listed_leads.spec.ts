import { test } from '@japa/runner'
import { BulkWork } from '#app/bulk_works'
import { CustomField } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { hearTold } from '#tests/support/told_events'
import { LeadImportWorkspace } from '../import_workspace.ts'

const STANDING = `Name,Email,Status,Why it is lost,Assigned to
Ann Lee,ann@example.com,In progress,,
Bob Ray,bob@example.com,Showing,,
Cas Poe,cas@example.com,Closed lost,Too expensive,
Dee Fox,dee@example.com,Lost,Her dog did not like it,
Eve Orr,eve@example.com,Not interested,,
Fay Ito,fay@example.com,Won,,
Gus Ode,gus@example.com,Lost,,
Hal Pym,hal@example.com,Purple,,
`

class Standing extends LeadImportWorkspace {
  async history() {
    const { rows } = await this.inUnit(() =>
      unitSql<{ name: string; to: string; reason: string | null }>(
        `select leads.name, to_status as "to", reason from status_steps join leads on leads.id = subject_id order by leads.name`
      )
    )
    return rows.map(({ name, to, reason }) => [name.slice(0, 3), to, reason])
  }

  async givenFields(): Promise<void> {
    const kinds = { beds: 'number', heard: 'choice', since: 'date', pets: 'yes_no' } as const
    await this.inUnit(async () => {
      for (const [key, kind] of Object.entries(kinds)) {
        const label = key[0].toUpperCase() + key.slice(1)
        const choices = kind === 'choice' ? ['Web', 'Fair'] : []
        const facts = { subjectType: 'lead', key, kind, label, choices }
        await CustomField.create({ ...facts, required: false, position: 1 })
      }
    })
  }
}

test.group('How far leads of a list were', (group) => {
  const workspace = new Standing()
  group.each.setup(() => workspace.open())

  test('is taken from its words and from the labels of the agency', async ({ assert }) => {
    const work = await workspace.import({ list: STANDING })

    assert.containSubset(work.counts, { created: 7, refused: 1, warned: 1 })
    const leads = await workspace.leads()
    assert.deepEqual(
      leads.map(({ name, status, lostReason }) => [name.slice(0, 3), status, lostReason]),
      [
        ['Ann', 'contacted', null],
        ['Bob', 'qualified', null],
        ['Cas', 'lost', 'price'],
        ['Dee', 'lost', 'other'],
        ['Eve', 'lost', 'not_interested'],
        ['Fay', 'converted', null],
        ['Hal', 'new', null],
      ]
    )
    assert.equal(await workspace.stageOf(leads[1].id), 'Showing')
    assert.equal(await workspace.stageOf(leads[5].id), 'Closed')
    assert.deepEqual(leads[6].sourceDetail.answers, { Status: 'Purple' })
  })

  test('is written down, with the reason in the words of the list', async ({ assert, client }) => {
    await workspace.import({ list: STANDING })

    assert.deepEqual(await workspace.history(), [
      ['Ann', 'contacted', null],
      ['Bob', 'qualified', null],
      ['Cas', 'lost', 'price'],
      ['Dee', 'lost', 'Her dog did not like it'],
      ['Eve', 'lost', 'not_interested'],
      ['Fay', 'converted', null],
    ])
    const dee = (await workspace.leadNamed('Dee Fox'))!
    const page = await workspace.as('principal', client.get(`/app/leads/${dee.id}`))
    page.assertTextIncludes('Her dog did not like it')
  })

  test('makes clients of those who are, known or new', async ({ assert }) => {
    const known = await workspace.givenContact({ email: 'fay@example.com' })
    await workspace.import({ list: `${STANDING}Ida Lum,ida@example.com,Converted,,` })

    const fay = await workspace.leadNamed('Fay Ito')
    assert.equal(fay?.contactId, known.id)
    assert.isNotNull((await workspace.leadNamed('Ida Lum'))?.contactId)
  })

  test('is said in the preview, and what is lost without a reason is refused there', async ({
    client,
    assert,
  }) => {
    const work = await workspace.givenImport({ list: STANDING.split('\n').slice(0, 8).join('\n') })

    const page = await workspace.as('principal', client.get(`/app/leads/imports/${work.id}/edit`))

    page.assertTextIncludes('Her dog did not like it')
    page.assertTextIncludes('Price did not fit')
    page.assertTextIncludes('A lost lead needs a reason')
    assert.match(page.text(), /<option value="status" selected>/)
    assert.match(page.text(), /<option value="lost_reason" selected>/)
  })

  test('hands nothing out that is over, and tells nobody of it', async ({ assert }) => {
    const agent = await workspace.member('senior_agent')
    const list = STANDING.replace('Lost,Her dog did not like it,', `Lost,Her dog,${agent.email}`)
    await workspace.import({ list })

    const leads = await workspace.leads()
    const owned = leads.filter(({ ownerId }) => ownerId !== null).map(({ name }) => name)
    assert.deepEqual(owned, ['Ann Lee', 'Bob Ray', 'Dee Fox', 'Hal Pym'])
    const told = JSON.stringify(await hearTold('leads.assigned'))
    const [ann, , , dee] = leads
    assert.include(told, ann.id)
    assert.notInclude(told, dee.id)
  })

  test('changes nothing of leads that are here, and repeats no open one that is over there', async ({
    assert,
  }) => {
    const known = await workspace.givenLead({ email: 'ann@example.com', source: 'other' })
    const over = await workspace.givenLead({ email: 'cas@example.com', source: 'other' })
    const set = await workspace.givenImport({ list: STANDING })
    const rehearsal = await workspace.rehearse(set)

    await workspace.import({ list: STANDING })

    const problems = JSON.stringify(rehearsal.facts)
    assert.include(problems, 'status_kept.new')
    assert.equal((await workspace.lead(known.id))?.status, 'new')
    assert.equal((await workspace.lead(over.id))?.status, 'new')
    assert.equal((await workspace.leadNamed('Cas Poe'))?.status, 'lost')
  })

  test('is no work that keeps a lead when the import is undone; going on with it is', async ({
    assert,
    client,
  }) => {
    const work = await workspace.import({ list: STANDING })
    const ann = (await workspace.leadNamed('Ann Lee'))!
    const step = { status: 'qualified', version: ann.version }
    const moved = await workspace.as(
      'principal',
      client.put(`/app/leads/${ann.id}/status`).form(step)
    )
    moved.assertStatus(302)

    const undone = await workspace.undo(work)

    assert.containSubset(undone.counts, { removed: 6, kept: 1 })
    assert.deepEqual(
      (await workspace.leads()).map(({ name }) => name),
      ['Ann Lee']
    )
  })
})

test.group('The agency’s own fields in a list of leads', (group) => {
  const workspace = new Standing()
  group.each.setup(async () => {
    await workspace.open()
    await workspace.givenFields()
  })

  const LIST = `Name,Email,B,H,S,P
Ann Lee,ann@example.com,"1,250",web,4/12/2026,yes
Bob Ray,bob@example.com,a few,Radio,soon,maybe`
  const mapping = { B: 'custom:beds', H: 'custom:heard', S: 'custom:since', P: 'custom:pets' }

  test('take values of their kind; what is none is kept among the answers', async ({ assert }) => {
    const work = await workspace.import({ list: LIST, mapping })

    const [ann, bob] = await workspace.leads()
    assert.deepEqual(ann.custom, { beds: 1250, heard: 'Web', since: '2026-04-12', pets: true })
    assert.deepEqual(bob.custom, {})
    assert.deepEqual(bob.sourceDetail.answers, { B: 'a few', H: 'Radio', S: 'soon', P: 'maybe' })
    assert.equal(work.counts.warned, 1)
  })

  test('are offered for each column, kept, and previewed; no others are', async ({
    client,
    assert,
  }) => {
    const work = await workspace.givenImport({ list: LIST })
    const chosen = {
      'columns[c0]': 'name',
      'columns[c2]': 'custom:beds',
      'columns[c3]': 'custom:nothing',
      'source': 'other',
    }
    const saved = await workspace.as(
      'principal',
      client.put(`/app/leads/imports/${work.id}`).form(chosen)
    )
    saved.assertStatus(302)

    const page = await workspace.as('principal', client.get(`/app/leads/imports/${work.id}/edit`))

    page.assertTextIncludes('Custom fields')
    page.assertTextIncludes('Beds: 1,250')
    page.assertTextIncludes('This is not a value of Beds')
    const { facts } = await workspace.inUnit(() => BulkWork.findOrFail(work.id))
    assert.containSubset(facts.mapping, { B: 'custom:beds', H: 'ignore' })
  })

  test('fill what a lead that is here does not say, and give it back', async ({ assert }) => {
    const facts = { custom: { beds: 3 } }
    const known = await workspace.givenLead({ email: 'ann@example.com', source: 'other', facts })

    const work = await workspace.import({ list: LIST, mapping })
    const after = (await workspace.lead(known.id))!
    assert.deepEqual(after.custom, { beds: 3, heard: 'Web', since: '2026-04-12', pets: true })
    const [change] = (await workspace.entries(known.id)).filter(({ kind }) => kind === 'change')
    assert.include(JSON.stringify(change.facts), '"Heard"')

    await workspace.undo(work)
    assert.deepEqual((await workspace.lead(known.id))!.custom, { beds: 3 })
  })
})
