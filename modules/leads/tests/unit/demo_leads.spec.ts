import { test } from '@japa/runner'
import { type DemoRequest, demoLeads } from '../../demo/demo_leads.ts'
import { leadStatuses, leadSteps } from '../../lead_words.ts'

const request: DemoRequest = {
  agency: 'north',
  market: 'US',
  now: Date.parse('2026-06-15T12:00:00Z'),
  staff: ['principal', 'senior_agent', 'junior_agent'].map((role) => ({
    id: role,
    name: role,
    role,
    teamId: null,
  })),
  contacts: Array.from({ length: 40 }, (_, index) => ({
    id: `contact ${index}`,
    first_name: `First${String.fromCharCode(65 + (index % 26))}`,
    last_name: 'Last',
    name: 'First Last',
    primary_phone: `+120655501${String(index).padStart(2, '0')}`,
    primary_email: null,
    city: 'Seattle',
    locality: 'Ballard',
  })),
}

test.group('Demo leads', () => {
  test('are the same for the same request', ({ assert }) => {
    assert.deepEqual(demoLeads(request), demoLeads(request))
    assert.notDeepEqual(demoLeads(request)[0], demoLeads({ ...request, agency: 'south' })[0])
  })

  test('stand at every status, and took only steps that there are', ({ assert }) => {
    const leads = demoLeads(request)

    assert.sameMembers([...new Set(leads.map(({ status }) => status))], [...leadStatuses])
    for (const { status, steps } of leads) {
      assert.equal(steps.at(-1)?.to ?? 'new', status)
      for (const { from, to } of steps) assert.include(leadSteps[from], to)
    }
  })

  test('came in and were spoken with before now, one thing after the other', ({ assert }) => {
    for (const { createdAt, steps } of demoLeads(request)) {
      const times = [createdAt, ...steps.map(({ at }) => at)]
      assert.deepEqual(times, times.toSorted())
      assert.isBelow(times.at(-1)!, request.now)
    }
  })

  test('are partly of people who are known, and share no number otherwise', ({ assert }) => {
    const leads = demoLeads(request)
    const strangers = leads.filter(({ contactId }) => contactId === null)
    const numbers = strangers.flatMap(({ phone }) => phone ?? [])

    assert.isAbove(leads.length - strangers.length, 50)
    assert.lengthOf(new Set(numbers), numbers.length)
  })

  test('say why they are lost, and only then', ({ assert }) => {
    for (const { status, lostReason } of demoLeads(request))
      assert.equal(lostReason !== null, status === 'lost')
  })
})
