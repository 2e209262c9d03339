import { test } from '@japa/runner'
import { localitiesOf } from '#kernel/markets/localities'
import { marketPack } from '#kernel/markets/packs'
import { isFeedAddress, nearHosts } from '../../feeds/feed_address.ts'
import { changesSince, keysBehind } from '../../feeds/questions.ts'
import { recordReader } from '../../feeds/read_record.ts'
import { digestOf, isGone, recordFrom } from '../../feeds/reso_record.ts'
import { secondsToWait } from '../../feeds/retry_after.ts'
import { aRecord } from '../feed_workspace.ts'

const HERE = { ...marketPack('US'), places: localitiesOf('US') }

const read = (said: Record<string, unknown>) =>
  recordReader('f', HERE, new Map())(recordFrom(aRecord(1, said)), 1)

test.group('The records of a feed', () => {
  test('say the same whenever they were touched', ({ assert }) => {
    const digest = (said: Record<string, unknown>) => digestOf(recordFrom(aRecord(1, said)))

    assert.equal(digest({ ModificationTimestamp: '2027-01-01T00:00:00Z' }), digest({}))
    assert.equal(digest({ AnythingElse: 'new' }), digest({}))
    assert.notEqual(digest({ ListPrice: 1 }), digest({}))
  })

  test('lead to other listings in another feed', ({ assert }) => {
    const sent = recordFrom(aRecord(1))
    const [one, other] = ['a', 'b'].map((id) => recordReader(id, HERE, new Map())(sent, 1))

    assert.notEqual(one.fed?.fingerprint, other.fed?.fingerprint)
    assert.equal(one.fed?.externalId, 'NWM1000001')
  })

  test('write their values with and without spaces', ({ assert }) => {
    for (const type of ['SingleFamilyResidence', 'Single Family Residence'])
      assert.equal(read({ PropertySubType: type }).fed?.facts.type, 'house')
    for (const status of ['ActiveUnderContract', 'Active Under Contract', 'Pending'])
      assert.equal(read({ StandardStatus: status }).fed?.status, 'under_offer')
    for (const status of ['Delete', 'Withdrawn', 'Canceled'])
      assert.isTrue(isGone(recordFrom(aRecord(1, { StandardStatus: status }))))
  })

  test('fall back to what is said more generally', ({ assert }) => {
    const general = read({ PropertySubType: 'Houseboat', PropertyType: 'Land' })
    const own = read({ StandardStatus: null, MlsStatus: 'Hold' })
    const typed = read({ StreetName: null, UnparsedAddress: '12 Pier, Seattle' })

    assert.equal(general.fed?.facts.type, 'land')
    assert.equal(general.problems[0].column, 'PropertySubType')
    assert.equal(own.fed?.status, 'paused')
    assert.equal(typed.fed?.facts.address?.line, '12 Pier, Seattle')
  })

  test('measure in their own units', ({ assert }) => {
    const metric = read({ LivingArea: 120.5, LivingAreaUnits: 'SquareMeters' })
    const acres = read({ LotSizeSquareFeet: null, LotSizeAcres: 0.172 })
    const own = read({ LotSizeArea: 2, LotSizeUnits: 'Acres' })

    assert.containSubset(metric.fed?.facts, { size_value: 120.5, size_unit: 'sqm' })
    assert.containSubset(acres.fed?.facts, { plot_value: 0.172, plot_unit: 'acre' })
    assert.containSubset(own.fed?.facts, { plot_value: 2, plot_unit: 'acre' })
  })

  test('leave out a day that no database knows', ({ assert }) => {
    const { facts, closing } = read({ ExpirationDate: '0000-01-01', CloseDate: '0000-01-01' }).fed!

    assert.notProperty(facts, 'authority_until')
    assert.isNull(closing!.on)
  })

  test('leave out an authority that ends before it begins', ({ assert }) => {
    const { facts } = read({ ExpirationDate: '2020-01-01' }).fed!

    assert.notProperty(facts, 'authority_from')
    assert.notProperty(facts, 'authority_until')
  })
})

test.group('The questions to a feed', () => {
  const source = { collection: 'https://example.com/odata/Property', filter: "A eq 1 or B eq 'x'" }

  test('keep the own filter in parentheses, and keys in quotes', ({ assert }) => {
    assert.include(
      decodeURIComponent(changesSince(source, '2026-01-01T00:00:00.123Z')),
      "?$filter=ModificationTimestamp ge 2026-01-01T00:00:00.123Z and (A eq 1 or B eq 'x')&$orderby=ModificationTimestamp&$top="
    )
    assert.include(decodeURIComponent(keysBehind(source, "O'1")), "ListingKey gt 'O''1' and (")
  })

  test('go to https, and near only where that is allowed', ({ assert }) => {
    assert.isTrue(isFeedAddress('https://api.example.com/odata', false))
    assert.isTrue(isFeedAddress('http://localhost:4000/odata', true))
    for (const bad of ['http://localhost:4000/odata', 'ftp://a.b', 'a.b', 'https://a.b/?x=1'])
      assert.isFalse(isFeedAddress(bad, false))
    assert.deepEqual(nearHosts(['http://localhost:4000/odata', null], true), ['localhost:4000'])
    assert.deepEqual(nearHosts(['http://localhost:4000/odata'], false), [])
  })

  test('are put off as long as the server says, else longer each time', ({ assert }) => {
    assert.equal(secondsToWait('7', 1), 7)
    assert.closeTo(secondsToWait(new Date(Date.now() + 5000).toUTCString(), 1), 5, 1)
    assert.deepEqual(
      [1, 2, 3].map((tried) => secondsToWait(undefined, tried)),
      [1, 4, 16]
    )
  })
})
