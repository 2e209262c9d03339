import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { test } from '@japa/runner'
import capture from '#config/capture'
import config from '#config/tenancy'
import { askRaw } from '#tests/functional/security/raw'
import { startWorker } from '#tests/support/start_worker'
import { until } from '#tests/support/until'
import { DoorsWorkspace } from '../doors_workspace.ts'

const noticeOf = (...ids: string[]) => ({
  object: 'page',
  entry: [
    {
      id: '1',
      time: 1_760_000_000,
      changes: [
        ...ids.map((id) => ({
          field: 'leadgen',
          value: { leadgen_id: id, page_id: '1', form_id: '2', created_time: 1_760_000_000 },
        })),
        { field: 'feed', value: { item: 'post' } },
      ],
    },
  ],
})

const graphLead = (id: string) => ({
  id,
  created_time: '2026-01-05T10:00:00+0000',
  form_id: '2',
  campaign_name: 'Spring homes',
  platform: 'ig',
  field_data: [
    { name: 'full_name', values: ['Rudo Dube'] },
    { name: 'phone_number', values: ['+12065550142'] },
    { name: 'email', values: ['rudo@post.example'] },
    { name: 'are_you_looking_to', values: ['Buy a home'] },
    { name: 'favourite_colour', values: ['green', 'blue'] },
  ],
})

/** The Graph as far as leads need it. */
class Graph {
  readonly asked: { path: string; authorization?: string }[] = []
  answer: (id: string) => [number, unknown] = (id) => [200, graphLead(id)]
  #server!: Server

  async open(): Promise<void> {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://graph')
      this.asked.push({ path: request.url!, authorization: request.headers.authorization })
      const [status, body] = this.answer(pathname.split('/').at(-1)!)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }).listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const { port } = this.#server.address() as AddressInfo
    capture.graphUrl = `http://127.0.0.1:${port}/v23.0`
  }

  close(): void {
    this.#server.close()
  }
}

test.group('Facebook', (group) => {
  const workspace = new DoorsWorkspace()
  const usual = capture.graphUrl
  let graph: Graph
  group.each.setup(async () => {
    await workspace.open()
    graph = new Graph()
    await graph.open()
    return () => {
      graph.close()
      capture.graphUrl = usual
    }
  })

  const look = (token: string, question: Record<string, string>) =>
    askRaw({
      path: `/api/webhooks/facebook/${token}?${new URLSearchParams(question)}`,
      headers: { host: config.baseDomain },
    })

  test('makes sure that the address is ours', async ({ assert }) => {
    const { connection, secrets } = await workspace.givenDoor('facebook')
    const asked = {
      'hub.mode': 'subscribe',
      'hub.verify_token': secrets.verifyToken!,
      'hub.challenge': '1158201444',
    }
    const before = await workspace.agency.fingerprint()
    const right = await look(connection.token, asked)
    assert.deepEqual([right.status, right.text], [200, '1158201444'])
    assert.match(String(right.headers['content-type']), /^text\/plain/)
    for (const [bent, status] of [
      [{ 'hub.verify_token': 'wrong' }, 401],
      [{ 'hub.mode': 'unsubscribe' }, 401],
      [{ 'hub.challenge': '<script>' }, 400],
    ] as [Record<string, string>, number][])
      assert.equal((await look(connection.token, { ...asked, ...bent })).status, status)
    assert.equal((await look('v'.repeat(52), asked)).status, 404)
    assert.equal(await workspace.agency.fingerprint(), before)
  })

  test('tells of leads by their ids, and a worker asks for the rest', async ({
    assert,
    cleanup,
  }) => {
    const { connection } = await workspace.givenDoor('facebook')
    const { status } = await workspace.sendNotice(connection.token, noticeOf('444'))
    assert.equal(status, 200)
    assert.containsSubset(await workspace.intakes(), [{ external_id: '444', state: 'waiting' }])

    await startWorker(cleanup)
    await until(async () => (await workspace.intakes())[0].state === 'taken')
    const lead = await workspace.leadNamed('Rudo Dube')
    assert.containsSubset(lead!.$attributes, {
      phone: '+12065550142',
      email: 'rudo@post.example',
      intent: 'buy',
      source: 'advertisement',
    })
    assert.containsSubset(lead!.sourceDetail, {
      facebook: { form_id: '2', campaign_name: 'Spring homes' },
      utm: { source: 'facebook', campaign: 'Spring homes' },
      answers: { favourite_colour: 'green, blue' },
    })
    assert.equal(graph.asked[0].authorization, 'Bearer page token')
    assert.match(graph.asked[0].path, /appsecret_proof=[0-9a-f]{64}/)
    assert.notInclude(graph.asked[0].path, 'page+token')
  })

  test('may repeat itself: each lead is taken once', async ({ assert, cleanup }) => {
    const { connection } = await workspace.givenDoor('facebook')
    const notice = noticeOf('444', '555')
    await Promise.all([1, 2, 3].map(() => workspace.sendNotice(connection.token, notice)))
    await startWorker(cleanup)
    const isDone = async () =>
      (await workspace.intakes()).every(({ state }: { state: string }) => state === 'taken')
    await until(isDone)
    await workspace.sendNotice(connection.token, noticeOf('555'))
    assert.lengthOf(await workspace.intakes(), 2)
    assert.equal(await workspace.leadCount(), 2)
  })

  test('is not believed without its signature, and leaves no row', async ({ assert }) => {
    const { connection } = await workspace.givenDoor('facebook')
    const before = await workspace.agency.fingerprint()
    const path = `facebook/${connection.token}`
    const notice = noticeOf('444')
    const forged = [
      await workspace.sendNotice(connection.token, notice, 'another secret'),
      await workspace.send(path, notice),
      await workspace.send(path, notice, { 'x-hub-signature-256': 'sha256=' }),
      await workspace.send(path, notice, { 'x-hub-signature-256': 'sha1=abc' }),
      await workspace.send(path, notice, { 'content-type': 'application/x-www-form-urlencoded' }),
    ]
    for (const { status } of forged) assert.equal(status, 401)
    assert.equal(await workspace.agency.fingerprint(), before)
  })

  test('may tell of nothing that concerns us', async ({ assert }) => {
    const { connection } = await workspace.givenDoor('facebook')
    for (const notice of [
      {},
      { entry: 'x' },
      { entry: [null, { changes: [null, { field: 'leadgen' }] }] },
      noticeOf('not-a-number'),
    ])
      assert.equal((await workspace.sendNotice(connection.token, notice)).status, 200)
    assert.lengthOf(await workspace.intakes(), 0)
  })

  test('may not want to tell the rest: the page of sources says so', async ({
    client,
    assert,
    cleanup,
  }) => {
    graph.answer = () => [401, { error: { message: 'The token has expired' } }]
    const { connection } = await workspace.givenDoor('facebook')
    await workspace.sendNotice(connection.token, noticeOf('444'))
    await startWorker(cleanup)
    await until(async () => (await workspace.intakes())[0].state === 'failed')
    const page = await workspace.as('marketing', client.get('/app/leads/sources'))
    page.assertTextIncludes('did not accept the page access token')
    assert.equal(await workspace.leadCount(), 0)
  })

  test('may be out of reach for a while: it is asked again', async ({ assert, cleanup }) => {
    graph.answer = (id) => (graph.asked.length < 2 ? [500, {}] : [200, graphLead(id)])
    const { connection } = await workspace.givenDoor('facebook')
    await workspace.sendNotice(connection.token, noticeOf('444'))
    await startWorker(cleanup)
    await until(async () => (await workspace.intakes())[0].state === 'taken', 30_000)
    assert.equal(await workspace.leadCount(), 1)
  })
})
