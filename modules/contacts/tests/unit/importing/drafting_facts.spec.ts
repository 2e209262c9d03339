import { test } from '@japa/runner'
import { marketPack } from '#kernel/markets/packs'
import { contactDrafter } from '../../../importing/draft_contact.ts'
import { contactOf, draftOf } from './lists.ts'

test.group('The facts of a drafted contact', () => {
  test('are kinds that we know, the others being tags', ({ assert }) => {
    assert.containSubset(
      contactOf({ Name: 'A', Type: 'Buyers; Landlord / Past client', Tags: 'hot, Hot ::: VIP' }),
      { contactKinds: ['buyer'], tags: ['hot, Hot', 'VIP', 'Landlord / Past client'] }
    )
    assert.containSubset(contactOf({ Name: 'A', Type: 'Renter', Tags: 'hot, Hot; VIP|x' }), {
      contactKinds: ['tenant'],
      tags: ['hot', 'VIP', 'x'],
    })
  })

  test('say yes, no or nothing about consent, as the heading asks', ({ assert }) => {
    const consent = (heading: string, answer: string) =>
      Object.values(contactOf({ Name: 'A', [heading]: answer }).consent).find((is) => is !== null)

    assert.equal(consent('Email Opt In', 'Yes'), true)
    assert.equal(consent('Email Opt In', 'unsubscribed'), false)
    assert.equal(consent('Email Opt Out', 'TRUE'), false)
    assert.isUndefined(consent('Email Opt Out', 'FALSE'))
    assert.equal(consent('Do Not Call', 'x'), false)
    assert.equal(consent('WhatsApp consent', '1'), true)
    assert.isUndefined(consent('SMS consent', ''))
    assert.isUndefined(consent('SMS consent', 'n/a'))
    assert.isUndefined(consent('SMS consent', 'ask first'))
  })

  test('are days in the order of the market, unless they can only be otherwise', ({ assert }) => {
    const birthday = (text: string, market: 'ZW' | 'US') =>
      contactOf({ Name: 'A', Birthday: text }, market).birthday

    assert.equal(birthday('4/12/1985', 'US'), '1985-04-12')
    assert.equal(birthday('4/12/1985', 'ZW'), '1985-12-04')
    assert.equal(birthday('25.12.85', 'US'), '1985-12-25')
    assert.equal(birthday('12/25/1985', 'ZW'), '1985-12-25')
    for (const text of ['1985-04-12', '19850412', '1985-04-12T00:00:00Z', '12 April 1985']) {
      assert.equal(birthday(text, 'US'), '1985-04-12', text)
    }
    for (const text of ['April 12th, 1985', '12-Apr-85', '12 Apr. 1985']) {
      assert.equal(birthday(text, 'US'), '1985-04-12', text)
    }
    for (const text of ['--04-12', '0000-04-12', '1604-04-12', '30/02/1985', '0/0/00', 'spring']) {
      assert.isNull(birthday(text, 'US'), text)
    }
  })

  test('are instants in the time of the market, unless they name their own', ({ assert }) => {
    const created = (text: string) => contactOf({ Name: 'A', Created: text }, 'US').createdAt

    assert.equal(created('2025-01-31T09:30:00+02:00'), '2025-01-31T07:30:00.000Z')
    assert.equal(created('2025-01-31 09:30'), '2025-01-31T14:30:00.000Z')
    assert.equal(created('1/31/2025 9:30 PM'), '2025-02-01T02:30:00.000Z')
    assert.equal(created('01/31/2025'), '2025-01-31T05:00:00.000Z')
    assert.isNull(created('long ago'))
    assert.isNull(created('0000-01-31T09:30:00Z'), 'a year that no database knows')
    assert.isNull(created('-000044-03-15T12:00:00Z'))
  })

  test('are addresses in the form of the market, and as they are from abroad', ({ assert }) => {
    const home = contactOf(
      { Name: 'A', Address: '1 Pike\nFlat 2', State: 'washington', Zip: '981011234' },
      'US'
    )
    assert.containSubset(home.address, {
      line: '1 Pike, Flat 2',
      state: 'WA',
      postcode: '98101-1234',
    })

    const abroad = draftOf({ Name: 'A', State: 'Ontario', Zip: 'K1A 0B1', Country: 'Canada' }, 'US')
    assert.containSubset(abroad.draft?.address, { state: 'Ontario', postcode: 'K1A 0B1' })
    assert.deepEqual(abroad.problems, [])

    const odd = draftOf({ Name: 'A', State: 'Wahsington', Country: 'U.S.A.' }, 'US')
    assert.propertyVal(odd.draft?.address, 'state', 'Wahsington')
    assert.containSubset(odd.problems, [{ column: 'State', severity: 'warning' }])
  })

  test('are an owner by address or by name', ({ assert }) => {
    assert.containSubset(contactOf({ 'Name': 'A', 'Contact owner': 'Ada@rainier.example' }), {
      ownerEmail: 'ada@rainier.example',
      ownerName: null,
    })
    assert.containSubset(contactOf({ 'Name': 'A', 'Contact owner': 'Ada Agent' }), {
      ownerEmail: null,
      ownerName: 'Ada Agent',
    })
  })
})

test.group('The fingerprint of a drafted contact', () => {
  const of = (cells: Record<string, string>) => contactOf(cells).fingerprint

  test('stays when other facts change', ({ assert }) => {
    assert.equal(
      of({ Name: 'Rudo Ncube', Email: 'RUDO@example.com', Phone: '0771000001' }),
      of({ Name: 'Rudo Dube-Ncube', Email: 'rudo@example.com', City: 'Harare' })
    )
    assert.equal(
      of({ Name: 'Rudo', Phone: '077 100 0001' }),
      of({ Name: 'rudo', Phone: '+263771000001' })
    )
    assert.equal(
      of({ ID: '7', Name: 'Rudo' }),
      of({ ID: '7', Name: 'Rudolf', Email: 'r@example.com' })
    )
    assert.equal(of({ Name: 'Rudo  NCUBE' }), of({ Name: 'Rudo Ncube' }))
  })

  test('differs for couples who share an address or a phone', ({ assert }) => {
    const email = 'moyos@example.com'
    assert.notEqual(
      of({ Name: 'Tendai Moyo', Email: email }),
      of({ Name: 'Rudo Moyo', Email: email })
    )
    assert.notEqual(
      of({ Name: 'Tendai', Phone: '0771000001' }),
      of({ Name: 'Rudo', Phone: '0771000001' })
    )
  })

  test('differs for the same number of two programs', ({ assert }) => {
    assert.notEqual(
      of({ 'Record ID': '7', 'Name': 'Rudo' }),
      of({ 'Contact ID': '7', 'Name': 'Rudo' })
    )
  })

  test('is the same from one drafter of many rows as from one of a single row', ({ assert }) => {
    const mapping = { Name: 'full_name' } as const
    const drafter = contactDrafter(mapping, marketPack('ZW'))
    const rows = ['A', 'B', 'A'].map((name, index) => ({ line: index, cells: { Name: name } }))
    const prints = rows.map((row) => drafter(row).draft?.fingerprint)

    assert.equal(prints[0], prints[2])
    assert.notEqual(prints[0], prints[1])
  })
})
