import { test } from '@japa/runner'
import { CustomField } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import type { ImportOptions } from '../../imports/import_options.ts'
import { ImportWorkspace } from '../import_workspace.ts'
import { ContactsWorkspace } from '../workspace.ts'

type Consent = Partial<ImportOptions['consent']>

const CONSENTS = `First Name,Email,Email opt-in,SMS opt-in
Ann,ann@example.com,yes,no
Ben,ben@example.com,,`

test.group('What is chosen for an import', (group) => {
  const workspace = new ImportWorkspace()
  const contacts = new ContactsWorkspace()
  group.each.setup(() => workspace.open())

  const mapping = { 'Email opt-in': 'consent_email', 'SMS opt-in': 'consent_sms' } as const

  function consent(chosen: Consent): { consent: ImportOptions['consent'] } {
    return { consent: { basis: 'unknown', how: null, channels: [], at: null, ...chosen } }
  }

  async function statesOf(): Promise<Record<string, Record<string, string>>> {
    const found = await workspace.contacts()
    const entries = found.map((one) => [
      one.name,
      Object.fromEntries(
        Object.entries(one.consent).map(([channel, { state }]) => [channel, state])
      ),
    ])
    return Object.fromEntries(entries)
  }

  test('records refusals alone where nobody knows how people agreed', async ({ assert }) => {
    await workspace.import({ list: CONSENTS, mapping, options: consent({ basis: 'unknown' }) })

    assert.deepEqual(await statesOf(), { Ann: { sms: 'refused' }, Ben: {} })
  })

  test('records what the list says where the person answers for it', async ({ assert }) => {
    await workspace.import({
      list: CONSENTS,
      mapping,
      options: consent({ basis: 'as_listed', how: 'Our form' }),
    })

    assert.deepEqual(await statesOf(), { Ann: { email: 'granted', sms: 'refused' }, Ben: {} })
    const [ann] = await workspace.contacts()
    assert.equal(ann.consent.email.how, 'Our form')
  })

  test('gives everybody the consents that the person says all gave, but for refusals', async ({
    assert,
  }) => {
    await workspace.import({
      list: CONSENTS,
      mapping,
      options: consent({ basis: 'all_agreed', how: 'At the fair', channels: ['sms', 'call'] }),
    })

    assert.deepEqual(await statesOf(), {
      Ann: { sms: 'refused', call: 'granted' },
      Ben: { sms: 'granted', call: 'granted' },
    })
  })

  test('never turns a refusal that is known into a consent, whoever answers for it', async ({
    assert,
  }) => {
    await contacts.givenContact({
      name: 'Ann',
      email: 'ann@example.com',
      facts: { consent: { email: { state: 'refused', at: null, how: 'By phone' } } },
    })

    for (const basis of ['as_listed', 'all_agreed'] as const)
      await workspace.import({
        list: CONSENTS,
        mapping,
        options: {
          existing: 'overwrite',
          ...consent({ basis, how: 'The list', channels: ['email'] }),
        },
      })

    assert.equal((await statesOf()).Ann.email, 'refused')
  })

  test('gives contacts to the colleagues that the list names, else to the owner chosen', async ({
    assert,
  }) => {
    const director = await workspace.agency.memberId('sales_director')
    await workspace.agency.inUnit(() =>
      unitSql(`update members set state = 'removed' where role = 'marketing'`)
    )
    const work = await workspace.import({
      list: `Name,Email,Contact owner
Ann,a@example.com,${workspace.agency.email('senior_agent').toUpperCase()}
Ben,b@example.com,Person junior_agent
Cem,c@example.com,${workspace.agency.email('marketing')}
Dee,d@example.com,
Eve,e@example.com,Somebody Else`,
      options: { ownerId: director },
    })

    const found = await workspace.contacts()
    assert.deepEqual(
      found.map(({ owner_id: owner }) => owner),
      [
        await workspace.agency.memberId('senior_agent'),
        await workspace.agency.memberId('junior_agent'),
        director,
        director,
        director,
      ]
    )
    assert.equal(work.counts.warned, 2)
    assert.include(found[4].notes.join(), 'Somebody Else')
  })

  test('gives nobody a contact whom the person may not give it to', async ({ assert }) => {
    const work = await workspace.import({
      role: 'marketing',
      list: `Name,Email,Contact owner
Ann,a@example.com,${workspace.agency.email('senior_agent')}`,
    })

    const [ann] = await workspace.contacts()
    assert.equal(ann.owner_id, await workspace.agency.memberId('marketing'))
    assert.equal(work.counts.warned, 1)
  })

  test('gives fields of the agency values of their kind, and keeps the rest in the note', async ({
    assert,
  }) => {
    await givenFields()
    const list = `Name,Email,Budget,Heard,Since,Pets
Ann,a@example.com,"1,250,000",Web,4/12/2024,yes
Ben,b@example.com,a lot,Radio,soon,maybe`
    const own = {
      Budget: 'custom:budget',
      Heard: 'custom:heard',
      Since: 'custom:since',
      Pets: 'custom:pets',
    } as const

    const work = await workspace.import({ list, mapping: own })

    const [ann, ben] = await workspace.contacts()
    assert.deepEqual(ann.custom, { budget: 1250000, heard: 'web', since: '2024-04-12', pets: true })
    assert.deepEqual(ben.custom, {})
    assert.equal(ben.notes[0], 'Budget: a lot\nHeard: Radio\nSince: soon\nPets: maybe')
    assert.equal(work.counts.warned, 1)
  })

  test('makes a new field of a column when the import starts, not before', async ({ assert }) => {
    const work = await workspace.givenImport({
      list: 'Name,Email,Shoe size\nAnn,a@example.com,41',
      mapping: { 'Shoe size': 'new' },
    })
    await workspace.rehearse(work)
    assert.deepEqual(await fieldLabels(), [])

    await workspace.import({
      list: 'Name,Email,Shoe size\nAnn,a@example.com,41',
      mapping: { 'Shoe size': 'new' },
    })

    assert.deepEqual(await fieldLabels(), ['Shoe size'])
    const [ann] = await workspace.contacts()
    assert.deepEqual(ann.custom, { shoe_size: '41' })
  })

  test('must be checked again after every change, before the import may start', async ({
    assert,
  }) => {
    const work = await workspace.givenImport({ list: CONSENTS })
    await workspace.rehearse(work)
    await workspace.agency.inUnit(() =>
      unitSql(`update bulk_works set facts = jsonb_set(facts, '{revision}', '7') where id = ?`, [
        work.id,
      ])
    )

    assert.equal(await workspace.tryToStart(work), 'check_first')
  })

  function fieldLabels(): Promise<string[]> {
    return workspace.agency.inUnit(async () => (await CustomField.all()).map(({ label }) => label))
  }

  async function givenFields(): Promise<void> {
    const kinds = { budget: 'number', heard: 'choice', since: 'date', pets: 'yes_no' } as const
    await workspace.agency.inUnit(async () => {
      for (const [key, kind] of Object.entries(kinds))
        await CustomField.create({
          subjectType: 'contact',
          key,
          kind,
          label: key[0].toUpperCase() + key.slice(1),
          choices: kind === 'choice' ? ['web', 'fair'] : [],
          required: false,
          position: 1,
        })
    })
  }
})
