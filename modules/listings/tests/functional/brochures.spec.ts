import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { storeFile } from '#kernel/files/file_store'
import { ownerPool } from '#kernel/fleet/owner'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { unitSql } from '#kernel/tenancy/sql'
import type Listing from '../../models/listing.ts'
import { readBrochure } from '../brochure_reader.ts'
import { MediaWorkspace } from '../media_workspace.ts'
import { aPicture } from '../pictures.ts'

const LONG = 'Exceptionally-well-proportioned Featherstonehaugh-Cholmondeley residence by the sound'

test.group('The brochure of a listing', (group) => {
  const workspace = new MediaWorkspace()
  group.each.setup(() => workspace.open())

  const address = ({ id }: Listing) => `/app/listings/${id}/brochure`

  async function brochureOf(client: ApiClient, listing: Listing) {
    const response = await workspace.as('principal', client.get(address(listing)))
    response.assertStatus(200)
    return { response, content: response.body() as Buffer, ...readBrochure(response.body()) }
  }

  test('is a PDF with facts, description, agent and pictures, in the colour of the agency', async ({
    client,
    assert,
  }) => {
    const { id } = workspace.agency
    await ownerPool().query(
      `update core.tenants set name = 'Näher & Söhne', branding = '{"primary":"#7a1fa2","primaryContent":"#ffffff"}' where id = $1`,
      [id]
    )
    tenantDirectory.forget(id)
    const listing = await workspace.givenListing({
      facts: { description: 'A quiet street.\nOld beams — ₹ and € and “quotes”.' },
    })
    for (const position of [0, 1, 2]) await workspace.givenMedium(listing, { position })

    const { response, content, text, pages, pictures } = await brochureOf(client, listing)

    response.assertHeader('content-type', 'application/pdf')
    assert.match(response.header('content-disposition')!, /^attachment; filename\*=UTF-8''.*\.pdf$/)
    assert.equal(content.subarray(0, 5).toString(), '%PDF-')
    assert.include(content.subarray(-8).toString(), '%%EOF')
    for (const words of [
      'Näher & Söhne',
      listing.title,
      '$750,000',
      '5 Pine St',
      '1,800\u00a0sq\u00a0ft',
    ])
      assert.include(text, words)
    for (const words of [
      'Old beams — ₹ and € and “quotes”.',
      'Garage · Garden',
      'Person principal',
    ])
      assert.include(text, words)
    assert.include(text, workspace.agency.email('principal'))
    assert.include(text, `Page ${pages} of ${pages}`)
    assert.equal(pictures, 3)
  })

  test('wears the logo of the agency, and does without one that is gone', async ({
    client,
    assert,
  }) => {
    const listing = await workspace.givenListing()
    const content = await aPicture({ width: 400, height: 100, format: 'webp' })
    const facts = { name: 'logo.webp', module: 'agencies' }
    const stored = await workspace.agency.inUnit(() => storeFile(content, facts))
    if (!stored.ok) throw new Error(stored.reason)
    const wear = async (logoFileId: string) => {
      const { id } = workspace.agency
      await ownerPool().query('update core.tenants set branding = $2 where id = $1', [
        id,
        JSON.stringify({ logoFileId }),
      ])
      tenantDirectory.forget(id)
      return brochureOf(client, listing)
    }

    const worn = await wear(stored.value.id)
    const gone = await wear(listing.id)

    assert.deepEqual([worn.pictures, gone.pictures], [1, 0])
    assert.include(worn.text, 'Agency north')
  })

  test('says nothing of owners, authorities, commissions or who may see it', async ({
    client,
    assert,
  }) => {
    const owner = await workspace.givenContact('Olive Owner')
    const listing = await workspace.givenListing({
      facts: { commissionTerms: 'Half at signing', visibility: 'private' },
      property: { ownerContactId: owner.id },
    })

    const { text } = await brochureOf(client, listing)

    for (const secret of ['Olive', 'Half at signing', 'Private', 'Quality'])
      assert.notInclude(text, secret)
  })

  test('stands without pictures, price, agent or description', async ({ client, assert }) => {
    const listing = await workspace.givenListing({ agent: null, facts: { priceMinor: null } })

    const { pages, pictures, text } = await brochureOf(client, listing)

    assert.deepEqual([pages, pictures], [1, 0])
    assert.include(text, 'Page 1 of 1')
  })

  test('takes as many pages as long names, long texts and many pictures need', async ({
    client,
    assert,
  }) => {
    const listing = await workspace.givenListing({
      title: `${LONG} ${LONG}`.slice(0, 160),
      facts: { description: `${LONG}. `.repeat(100) },
      property: { locality: LONG, features: ['garage', 'garden', 'pool', 'solar', 'view'] },
    })
    await workspace.givenMedium(listing)
    await workspace.agency.inUnit(() =>
      unitSql(
        `insert into listing_media (listing_id, position, moderation, pictures)
         select listing_id, n, 'approved', pictures from listing_media, generate_series(1, 40) as n`
      )
    )

    const { pages, pictures, text } = await brochureOf(client, listing)

    assert.isAtLeast(pages, 5)
    assert.isAtMost(pages, 9)
    assert.equal(pictures, 24)
    for (let page = 1; page <= pages; page += 1) assert.include(text, `Page ${page} of ${pages}`)
  })

  test('passes over a picture whose bytes are gone, and over what is not approved', async ({
    client,
    assert,
  }) => {
    const listing = await workspace.givenListing()
    await workspace.givenMedium(listing, { position: 0 })
    await workspace.givenMedium(listing, { position: 1, moderation: 'rejected' })
    await workspace.agency.inUnit(() => unitSql(`update files set storage_key = id::text`))

    assert.equal((await brochureOf(client, listing)).pictures, 0)
  })

  test('is for those who see the listing: nobody else finds it', async ({ client, cleanup }) => {
    const listing = await workspace.givenListing()
    const ask = () => client.get(address(listing))

    const nonsense = await workspace.as('principal', client.get('/app/listings/nonsense/brochure'))
    nonsense.assertStatus(404)
    const stranger = await workspace.asStranger(ask())
    stranger.assertStatus(404)
    await workspace.givenReach('marketing', 'listings.view', 'none')
    const blind = await workspace.as('marketing', ask())
    blind.assertStatus(403)
    await workspace.agency.switchModule('listings', 'off')
    cleanup(() => workspace.agency.switchModule('listings', 'on'))
    const off = await workspace.as('principal', ask())
    off.assertStatus(404)
  })
})
