import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { forgetListener, registerListener } from '#kernel/events/listener_registry'
import { forgetSearch, registerSearch } from '#kernel/search/providers'
import { reindex } from '#kernel/search/reindexing'
import { type HitGroup, search } from '#kernel/search/search'
import { renewDocuments } from '#kernel/search/search_documents'
import { searchListeners } from '#kernel/search/search_listeners'
import type { SearchDocument, SearchProvider } from '#kernel/search/search_provider'
import { Actor, type Reach, systemActor } from '#kernel/tenancy/actor'
import { unitSql } from '#kernel/tenancy/sql'
import { Probe } from '#tests/support/probe'
import { startWorker } from '#tests/support/start_worker'
import { Workspace } from '#tests/support/workspace'

const me = randomUUID()
const myTeam = randomUUID()

/** Records of the test's own, kept in memory. */
class Shelf implements SearchProvider {
  readonly subjectType = 'probe'
  readonly icon = 'users'
  readonly records = new Map<string, SearchDocument>()

  put(title: string, facts: Partial<SearchDocument> = {}): string {
    const subjectId = facts.subjectId ?? randomUUID()
    this.records.set(subjectId, {
      subjectType: this.subjectType,
      subjectId,
      title,
      detail: '',
      words: title,
      permission: 'probe.view',
      ownerId: null,
      teamId: null,
      ...facts,
    })
    return subjectId
  }

  urlFor = (subjectId: string) => `/app/probes/${subjectId}`
  documents = async (ids: string[]) => ids.flatMap((id) => this.records.get(id) ?? [])
  changedInBulk?: SearchProvider['changedInBulk']
  changedBy: SearchProvider['changedBy'] = ({ payload }) => payload.ids as string[]
  idsAfter = async (after: string | null, limit: number) =>
    [...this.records.keys()]
      .sort()
      .filter((id) => after === null || id > after)
      .slice(0, limit)
}

function person(reach: Reach | null) {
  return new Actor({
    id: me,
    identityId: null,
    kind: 'staff',
    name: 'Me',
    role: 'probe',
    teamId: myTeam,
    permissions: new Map(reach ? [['probe.view', reach]] : []),
  })
}

test.group('The search', (group) => {
  const workspace = new Workspace()
  let shelf: Shelf

  group.each.setup(async () => {
    await workspace.open()
    shelf = new Shelf()
    registerSearch({ title: 'kit.search.results', provider: shelf })
    return () => forgetSearch(shelf.subjectType)
  })

  const fill = () => workspace.agency.inUnit(() => renewDocuments(shelf, [...shelf.records.keys()]))

  async function titles(typed: string, actor = systemActor): Promise<string[]> {
    const groups = await workspace.agency.inUnit(() => search(actor, typed, { limit: 20 }))
    return titlesOf(groups)
  }

  const titlesOf = (groups: HitGroup[]) =>
    groups
      .filter(({ subjectType }) => subjectType === 'probe')
      .flatMap(({ hits }) => hits.map((hit) => hit.title))

  test('puts the very title first, then what begins so, then what holds it, then what looks alike', async ({
    assert,
  }) => {
    shelf.put('Marianne Foster')
    shelf.put('Old Marian House')
    shelf.put('Marian')
    shelf.put('Somebody Else')
    await fill()

    assert.deepEqual(await titles('marian'), ['Marian', 'Marianne Foster', 'Old Marian House'])
    assert.deepEqual(await titles('Maryanne Foster'), ['Marianne Foster'])
  })

  test('minds neither accents nor capitals nor the order of words', async ({ assert }) => {
    shelf.put('José Müller')
    await fill()

    for (const typed of ['jose', 'JOSÉ', 'müller jose', 'mull', 'MULLER'])
      assert.deepEqual(await titles(typed), ['José Müller'], typed)
  })

  test('finds by any word of the record: number, address, tag', async ({ assert }) => {
    shelf.put('Tendai Moyo', {
      words: 'Tendai Moyo +263772123456 tendai@example.com investor Harare',
    })
    await fill()

    for (const typed of [
      '0772 123',
      '+263 772',
      '123456',
      'tendai@example',
      'example.com',
      'invest',
      'harare moyo',
    ])
      assert.deepEqual(await titles(typed), ['Tendai Moyo'], typed)
    assert.deepEqual(await titles('0999 123'), [])
  })

  test('treats what is typed as words, whatever it is', async ({ assert }) => {
    shelf.put("Robert'); drop table students;--")
    await fill()

    for (const typed of ["'", '%', '_', '\\', ':*', '&&', "'); drop", '%%%', 'a'.repeat(5_000)])
      await assert.doesNotReject(() => titles(typed), typed)
    assert.lengthOf(await titles('robert'), 1)
    assert.deepEqual(await titles('%%'), [])
  })

  test("gives everybody what their reach holds: all, the team's, or their own", async ({
    assert,
  }) => {
    shelf.put('House one', { ownerId: me })
    shelf.put('House two', { teamId: myTeam })
    shelf.put('House three', { ownerId: randomUUID(), teamId: randomUUID() })
    shelf.put('House four', { permission: 'probe.secret' })
    await fill()

    assert.sameMembers(await titles('house', person('all')), [
      'House one',
      'House two',
      'House three',
    ])
    assert.sameMembers(await titles('house', person('team')), ['House one', 'House two'])
    assert.sameMembers(await titles('house', person('own')), ['House one'])
    assert.deepEqual(await titles('house', person(null)), [])
  })

  test('finds nothing of another agency', async ({ assert }) => {
    shelf.put('North house')
    await fill()

    const groups = await workspace.neighbour.inUnit(() =>
      search(systemActor, 'house', { limit: 5 })
    )

    assert.deepEqual(titlesOf(groups), [])
  })

  test('finds nothing of a module that is off', async ({ assert }) => {
    shelf.put('House')
    await fill()
    forgetSearch(shelf.subjectType)

    assert.deepEqual(await titles('house'), [])
  })

  /** A worker under way, and a listener that renews the shelf's documents on the probe's event. */
  async function searchFollowing(cleanup: TestContext['cleanup']) {
    const probe = new Probe()
    await probe.silence()
    const [listener] = await searchListeners({
      name: 'probe',
      title: '',
      events: { tells: [probe.event] },
      search: async () => ({ default: shelf }),
    })
    registerListener(listener)
    cleanup(async () => {
      forgetListener(listener.name)
      await probe.silence()
    })
    await startWorker(cleanup)
    return { probe, listener }
  }

  test('follows the events of a module: new, changed and gone', async ({ assert, cleanup }) => {
    const { probe, listener } = await searchFollowing(cleanup)
    const told = async (ids: string[]) => {
      await workspace.agency.inUnit(async () => probe.tell({ ids }))
      await probe.ended(listener.name)
    }

    const id = shelf.put('Acorn Lane')
    await told([id])
    assert.deepEqual(await titles('acorn'), ['Acorn Lane'])

    shelf.put('Birch Lane', { subjectId: id })
    await told([id])
    assert.deepEqual([await titles('acorn'), await titles('birch')], [[], ['Birch Lane']])

    shelf.records.delete(id)
    await told([id])
    assert.deepEqual(await titles('birch'), [])
  })

  test('follows an event that changed very many, page by page', async ({ assert, cleanup }) => {
    shelf.changedInBulk = {
      'probe.happened': (_event, after, limit) => shelf.idsAfter(after, limit),
    }
    const { probe, listener } = await searchFollowing(cleanup)
    for (let index = 0; index < 1_001; index++) shelf.put(`Plot ${index}`)

    await workspace.agency.inUnit(async () => probe.tell())
    await probe.ended(listener.name)

    assert.equal(listener.kind, 'job')
    for (const title of ['Plot 0', 'Plot 500', 'Plot 1000'])
      assert.equal((await titles(title))[0], title)
  })

  test('is written anew for a whole agency', async ({ assert }) => {
    const gone = shelf.put('Was here')
    await fill()
    shelf.records.delete(gone)
    for (let index = 0; index < 1_100; index++) shelf.put(`House ${index}`)

    const done = await reindex(await workspace.agency.tenant())

    assert.containsSubset(done, [{ subjectType: 'probe', records: 1_100 }])
    const { rows } = await workspace.agency.inUnit(() =>
      unitSql<{ count: number }>(
        `select count(*) from search_documents where subject_type = 'probe'`
      )
    )
    assert.equal(rows[0].count, 1_100)
  })

  test('answers the palette with a fragment and the address with a page', async ({
    client,
    assert,
  }) => {
    const id = shelf.put('<b>Acorn</b> Lane', { detail: 'Seattle', permission: 'members.view' })
    await fill()

    const palette = await workspace.asFragment(
      'principal',
      client.get('/app/search').qs({ as: 'palette', q: 'acorn' })
    )
    palette.assertStatus(200)
    assert.include(palette.text(), `/app/probes/${id}`)
    assert.include(palette.text(), '&lt;b&gt;Acorn')
    assert.notInclude(palette.text(), '<html')

    const page = await workspace.as('principal', client.get('/app/search').qs({ q: 'acorn' }))
    page.assertStatus(200)
    assert.include(page.text(), `/app/probes/${id}`)
    assert.include(page.text(), '<html')

    const nobody = await workspace.asNobody(client.get('/app/search').qs({ q: 'acorn' }))
    assert.notInclude(nobody.text(), 'Acorn')
    const stranger = await workspace.asStranger(client.get('/app/search').qs({ q: 'acorn' }))
    stranger.assertStatus(200)
    assert.notInclude(stranger.text(), id)
  })
})
