import { test } from '@japa/runner'
import { daysAfter } from '#kernel/markets/time'
import { unitSql } from '#kernel/tenancy/sql'
import seedListings, { demoHomes } from '../../demo/seed.ts'
import { ListingsWorkspace } from '../workspace.ts'

const TODAY = '2026-11-02'

interface Counted {
  listings: number
  statuses: number
  agents: number
  owned: number
  localities: number
  ending: number
  ahead: number
}

test.group('The stock of a demo agency', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  test('is 2,000 sales of King County at rainier, with people, dates and places', async ({
    assert,
  }) => {
    await workspace.givenContact('Nobody sells')
    await workspace.agency.inUnit(() =>
      unitSql(`update contacts set kinds = '{seller}' where name = 'Nobody sells'`)
    )

    await workspace.agency.inUnit(() =>
      seedListings({ slug: 'rainier', market: 'US', today: TODAY })
    )

    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<Counted>(
        `select count(*) as listings, count(distinct status) as statuses, count(distinct owner_id) as agents,
                count(owner_contact_id) as owned, count(distinct locality) as localities,
                count(*) filter (where status = 'active' and authority_until between ? and ?) as ending,
                count(*) filter (where listings.created_at::date > ?) as ahead
           from listings join properties on properties.id = property_id`,
        [TODAY, daysAfter(TODAY, 14), TODAY]
      )
    )
    assert.equal(rows[0].listings, 2_000)
    assert.equal(rows[0].statuses, 8)
    assert.isAbove(rows[0].agents, 3)
    assert.isAbove(rows[0].owned, 1_400)
    assert.isAbove(rows[0].localities, 60)
    assert.isAbove(rows[0].ending, 10)
    assert.equal(rows[0].ahead, 0)
  })

  for (const { slug, market, dearest } of [
    { slug: 'msasa', market: 'ZW', dearest: 3_000_000 },
    { slug: 'peepal', market: 'IN', dearest: 300_000_000 },
  ] as const)
    test(`is a few hundred believable homes at ${slug}, the same ones every time`, ({ assert }) => {
      const homes = demoHomes({ slug, market })

      assert.isAbove(homes.length, 300)
      assert.deepEqual(demoHomes({ slug, market }), homes)
      for (const { offer, property } of homes) {
        assert.isAbove(offer.price, 0)
        assert.isBelow(offer.price / 100, dearest)
        assert.isAtMost(offer.title.length, 160)
        assert.isFinite(property.latitude)
        assert.equal(offer.dealType === 'rent', offer.rentPeriod !== null)
      }
      assert.isAbove(new Set(homes.map(({ property }) => property.locality)).size, 40)
    })

  test('shows drawn pictures, all of them on the same few files', async ({ assert }) => {
    await workspace.agency.inUnit(() => seedListings({ slug: 'msasa', market: 'ZW', today: TODAY }))

    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ shown: number; listings: number; files: number }>(
        `select count(*) as shown, count(distinct listing_id) as listings, (select count(*) from files) as files
           from listing_media where moderation = 'approved' and jsonb_array_length(pictures) = 2`
      )
    )
    assert.isAbove(rows[0].listings, 300)
    assert.isAbove(rows[0].shown, 1_300)
    assert.equal(rows[0].files, 48)
  })
})
