import { test } from '@japa/runner'
import { coreSql } from '#kernel/tenancy/sql'
import { daysAfter, today } from '#kernel/markets/time'
import { markupPayloads } from '#tests/support/naughty'
import { Visitor } from '#tests/support/visitor'
import { listingPath } from '#modules/listings'
import { ListingsWorkspace } from '#workspaces/listings'
import { anEnquiry, stampOf } from '../enquiring.ts'
import Lead from '../../models/lead.ts'
import { LeadsWorkspace } from '../workspace.ts'

test.group('Asking the agency on its site', (group) => {
  const workspace = new LeadsWorkspace()
  const stock = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  const leads = () =>
    workspace.agency.inUnit(async () => Lead.query().orderBy('id').preload('interests'))

  async function visitorAt(path: string): Promise<Visitor> {
    const visitor = new Visitor(workspace.agency.host)
    await visitor.get(path)
    return visitor
  }

  async function tomorrow(): Promise<string> {
    return daysAfter(today((await workspace.agency.tenant()).timeZone), 1)
  }

  test('for a viewing makes a new lead with its source, its listing and its times', async ({
    client,
    assert,
  }) => {
    const listing = await stock.givenListing()
    const visitor = new Visitor(workspace.agency.host)
    await visitor.get('/?utm_source=paper&utm_campaign=spring', {
      referer: 'https://ads.example/x',
    })
    await visitor.get(listingPath(listing))
    const day = await tomorrow()
    const fields = await anEnquiry(workspace.agency, {
      'kind': 'viewing',
      'listing': listing.reference,
      'wishes[0][day]': day,
      'wishes[0][part]': 'morning',
      'wishes[1][day]': '',
    })

    const sent = await visitor.post('/enquiries', fields)
    assert.equal(sent.location, `/enquiries/thanks?listing=${listing.reference}`)
    const thanks = await visitor.get(sent.location!)
    assert.include(thanks.words, 'Thank you!')
    assert.include(thanks.words, 'Agents will contact you within 24 hours.')

    const [lead] = await leads()
    assert.equal(lead.status, 'new')
    assert.equal(lead.source, 'website')
    assert.equal(lead.intent, 'buy')
    assert.equal(lead.phone, '+12065550100')
    assert.isNotNull(lead.ownerId, 'the rules give it to somebody')
    assert.equal(lead.interests[0].listingId, listing.id)
    const { enquiry, ...detail } = lead.sourceDetail
    assert.deepEqual(detail, {
      firstPage: '/?utm_source=paper&utm_campaign=spring',
      referrer: 'https://ads.example/x',
      utm: { source: 'paper', campaign: 'spring' },
    })
    assert.deepInclude(enquiry, {
      kind: 'viewing',
      listing: listing.reference,
      wishes: [{ day, part: 'morning' }],
    })
    assert.match(enquiry!.agreedAt, /^\d{4}-/)

    const page = await workspace.as('principal', client.get(`/app/leads/${lead.id}`))
    for (const said of ['A viewing', 'Morning', 'campaign: spring', 'House on the hill'])
      assert.include(page.text(), said)
  })

  test('works for a call and for a question, from the first page too', async ({ assert }) => {
    const visitor = await visitorAt('/')
    await visitor.post('/enquiries', await anEnquiry(workspace.agency, { kind: 'call', email: '' }))
    const question = { phone: '', intent: 'sell', email: 'eve@engines.example' }
    await visitor.post('/enquiries', await anEnquiry(workspace.agency, question))

    const made = await leads()
    assert.deepEqual(
      made.map(({ intent, sourceDetail }) => [intent, sourceDetail.enquiry?.kind]),
      [
        [null, 'call'],
        ['sell', 'question'],
      ]
    )
  })

  test('stands beside each listing and on the first page', async ({ assert }) => {
    const listing = await stock.givenListing()
    const visitor = await visitorAt('/')

    const { words } = await visitor.get(listingPath(listing))
    for (const way of ['Book a viewing', 'Request a call back', 'Contact the owner'])
      assert.include(words, way)
    assert.include((await visitor.get('/')).words, 'Write to us')
    const alone = await visitor.get(`/enquiries/create?kind=viewing&listing=${listing.reference}`)
    assert.include(alone.words, 'House on the hill')
    assert.include(alone.text, 'noindex')
  })

  const refused: Record<string, [Record<string, string>, string]> = {
    'no name': [{ name: ' ' }, 'Fill this in'],
    'no way to answer': [{ phone: '', email: '' }, 'so that we can answer'],
    'no number to call': [{ kind: 'call', phone: '' }, 'Fill this in'],
    'half a number': [{ phone: '12' }, 'This number has'],
    'no address': [{ email: 'ada@' }, 'complete e-mail address'],
    'no question': [{ message: '' }, 'Fill this in'],
    'no consent': [{ consent: '' }, 'Tick this to continue'],
    'a kind that nobody knows': [{ kind: 'spam' }, ''],
    'no day': [{ kind: 'viewing' }, 'Choose a day that would suit you'],
    'a day that is over': [{ 'kind': 'viewing', 'wishes[0][day]': '2020-01-01' }, 'has passed'],
    'a day far off': [{ 'kind': 'viewing', 'wishes[0][day]': '2199-01-01' }, 'next 90'],
    'no day at all': [{ 'kind': 'viewing', 'wishes[0][day]': '31/12' }, 'Enter the day as'],
    'a list of links': [{ message: 'http://a.b https://c.d www.e.f' }, 'leave out links'],
    'too much': [{ message: 'x'.repeat(1001) }, 'longer than 1,000'],
  }

  for (const [what, [fields, sentence]] of Object.entries(refused)) {
    test(`is refused with ${what}, and what was typed stays`, async ({ assert }) => {
      const visitor = await visitorAt('/')

      const typed = await anEnquiry(workspace.agency, { name: 'Zoë "Z" Byron', ...fields })
      const { status, text, words } = await visitor.post('/enquiries', typed)

      assert.equal(status, 422)
      assert.include(words, sentence)
      if (fields.name === undefined) assert.include(text, 'value="Zoë &quot;Z&quot; Byron"')
      assert.lengthOf(await leads(), 0)
    })
  }

  test('is refused from programs: too fast, too late, forged, or filled where nobody looks', async ({
    assert,
  }) => {
    const { agency, neighbour } = workspace
    const visitor = await visitorAt('/')
    const stamps: Record<string, string> = {
      hasty: await stampOf(agency, 1),
      stale: await stampOf(agency, 25 * 3600),
      forged: `${Date.now() - 60_000}.test.x`,
      missing: '',
      foreign: await stampOf(neighbour, 60),
    }
    for (const [what, stamp] of Object.entries(stamps)) {
      const { status, words } = await visitor.post('/enquiries', await anEnquiry(agency, { stamp }))
      assert.equal(status, 422, what)
      assert.include(words, 'send it again', what)
    }
    const trapped = await visitor.post('/enquiries', await anEnquiry(agency, { topic: 'SEO' }))
    assert.equal(trapped.location, '/enquiries/thanks')
    assert.lengthOf(await leads(), 0)
  })

  test('is refused without the token of a page of ours', async ({ assert }) => {
    const stranger = new Visitor(workspace.agency.host)
    const { status } = await stranger.post('/enquiries', await anEnquiry(workspace.agency))
    assert.equal(status, 403)
    assert.lengthOf(await leads(), 0)
  })

  test('is one lead however often it is sent within minutes, even at once', async ({ assert }) => {
    const listing = await stock.givenListing()
    const visitor = await visitorAt(listingPath(listing))
    const fields = await anEnquiry(workspace.agency, { listing: listing.reference })
    await Promise.all([1, 2, 3].map(() => visitor.post('/enquiries', fields)))
    assert.lengthOf(await leads(), 1)

    await visitor.post('/enquiries', { ...fields, listing: '' })
    assert.lengthOf(await leads(), 1, 'who asks once more is no other lead')
    await visitor.post('/enquiries', { ...fields, email: 'else@mail.example', phone: '' })
    assert.lengthOf(await leads(), 2)
  })

  test('is stopped for a while where one address sends too many', async ({ assert }) => {
    const visitor = await visitorAt('/')
    const fields = await anEnquiry(workspace.agency, { name: '' })
    for (let time = 0; time < 20; time++) await visitor.post('/enquiries', fields)
    const { status, headers } = await visitor.post('/enquiries', fields)
    assert.equal(status, 429)
    assert.isAbove(Number(headers['retry-after']), 0)
    await coreSql('delete from rate_limits')
  })

  test('does not exist about what is not public, or of another agency', async ({ assert }) => {
    const hidden = await stock.givenListing({ facts: { visibility: 'private' } })
    const draft = await stock.givenListing({ status: 'draft' })
    const foreign = await stock.givenListing({ facts: { reference: 'X-77' } }, workspace.neighbour)
    const visitor = await visitorAt('/')
    for (const { reference } of [hidden, draft, foreign]) {
      const fields = await anEnquiry(workspace.agency, { listing: reference })
      assert.equal((await visitor.post('/enquiries', fields)).status, 404)
      const form = await visitor.get(`/enquiries/create?listing=${reference}`)
      assert.equal(form.status, 404)
    }
    assert.lengthOf(await leads(), 0)
  })

  test('is not possible where leads are off: no form, and nothing that takes one', async ({
    assert,
  }) => {
    const listing = await stock.givenListing()
    const visitor = await visitorAt(listingPath(listing))
    await workspace.agency.switchModule('leads', 'off')

    for (const path of ['/', listingPath(listing)]) {
      const { status, text } = await visitor.get(path)
      assert.equal(status, 200)
      assert.notInclude(text, '/enquiries')
    }
    for (const path of ['/enquiries/create', '/enquiries/thanks'])
      assert.equal((await visitor.get(path)).status, 404)
    const fields = await anEnquiry(workspace.agency)
    assert.equal((await visitor.post('/enquiries', fields)).status, 404)
  })

  test('keeps every text as text, in the form and in the workspace', async ({ client, assert }) => {
    const visitor = await visitorAt('/')
    for (const text of markupPayloads) {
      await coreSql('delete from rate_limits')
      const email = `a${Math.random().toString(36).slice(2)}@engines.example`
      const typed = { name: text.slice(0, 120), email, phone: '', message: text }
      const again = await visitor.post(
        '/enquiries',
        await anEnquiry(workspace.agency, { ...typed, consent: '' })
      )
      assert.equal(again.status, 422)
      assert.notInclude(again.text, text)
      await visitor.post('/enquiries', await anEnquiry(workspace.agency, typed))
    }
    const made = await leads()
    for (const { id, message } of made) {
      const page = await workspace.as('principal', client.get(`/app/leads/${id}`))
      assert.notInclude(page.text(), message!)
    }
    assert.isAbove(made.length, 20)
  })
})
