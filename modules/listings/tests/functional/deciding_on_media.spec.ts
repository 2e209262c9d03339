import type { ApiClient, ApiRequest } from '@japa/api-client'
import { test } from '@japa/runner'
import { MediaWorkspace } from '../media_workspace.ts'

test.group('Deciding on the media of a listing', (group) => {
  const workspace = new MediaWorkspace()
  group.each.setup(() => workspace.open())

  /** A listing with three photos, and its doors. */
  async function given(client: ApiClient) {
    const listing = await workspace.givenListing()
    const [one, two, three] = [
      await workspace.givenMedium(listing, { position: 0, caption: 'one' }),
      await workspace.givenMedium(listing, { position: 1, caption: 'two' }),
      await workspace.givenMedium(listing, { position: 2, caption: 'three' }),
    ]
    const base = `/app/listings/${listing.id}/media`
    const door = {
      page: () => client.get(base),
      approve: (id: string) => client.post(`${base}/${id}/approval`),
      approveAll: () => client.post(`${base}/approvals`),
      reject: (id: string, body = {}) => client.delete(`${base}/${id}/approval`).form(body),
    }
    return { listing, one, two, three, door }
  }

  const asPrincipal = (request: ApiRequest) => workspace.asFragment('principal', request)

  test('lets who may publish decide on each, with a reason', async ({ client, assert }) => {
    const { listing, one, door } = await given(client)

    await asPrincipal(door.reject(one.id, { reason: 'A car in front of it' }))
    const record = await workspace.as('principal', client.get(`/app/listings/${listing.id}`))
    assert.notInclude(record.text(), '<figcaption>one')
    assert.include((await workspace.as('principal', door.page())).text(), 'A car in front of it')

    await asPrincipal(door.approve(one.id))
    const [first] = await workspace.media(listing)
    assert.containsSubset(first, { moderation: 'approved', moderationReason: null })
  })

  test('lets who may publish approve all that waits, and nothing else', async ({
    client,
    assert,
  }) => {
    const { listing, two, three, door } = await given(client)
    await workspace.agency.inUnit(async () => {
      await (await workspace.medium(two.id)).merge({ moderation: 'rejected' }).save()
      await (
        await workspace.medium(three.id)
      )
        .merge({ moderation: 'processing', isCover: true })
        .save()
    })

    const page = await workspace.as('principal', door.page())
    const answer = await asPrincipal(door.approveAll())

    assert.include(page.text(), `medium-${two.id}-approval`)
    assert.notInclude(page.text(), `medium-${three.id}-cover`)
    assert.include(answer.text(), 'One file is approved.')
    const media = await workspace.media(listing)
    assert.deepEqual(
      media.map(({ moderation }) => moderation),
      ['approved', 'rejected', 'approved']
    )
  })

  test('decides on nothing that is not prepared, nor for a reason without end', async ({
    client,
  }) => {
    const { listing, one, door } = await given(client)
    const waiting = await workspace.givenMedium(listing, {
      moderation: 'uploaded',
      processedAt: null,
      pictures: [],
    })

    ;(await asPrincipal(door.approve(waiting.id))).assertStatus(409)
    ;(await asPrincipal(door.reject(waiting.id))).assertStatus(409)
    ;(await asPrincipal(door.reject(one.id, { reason: 'x'.repeat(301) }))).assertStatus(422)
  })
})
