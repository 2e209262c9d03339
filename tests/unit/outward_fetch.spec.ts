import { type RequestListener, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { isOutward } from '#kernel/http/outward_addresses'
import { OutwardRefusal, outwardFetch } from '#kernel/http/outward_fetch'

/** Whatever an address looks like, the canary must not hear of it. */
const WITHIN = [
  'http://127.0.0.1:PORT/',
  'http://localhost:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://0:PORT/',
  'http://[::1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://10.0.0.1/',
  'http://172.16.3.4/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://93.184.216.34:22/',
]

const NOT_WEB = [
  'file:///etc/passwd',
  'gopher://127.0.0.1:70/',
  'ftp://example.com/',
  'http://a:b@example.com/',
  'nothing',
]

test.group('Fetching from outside', (group) => {
  let heard: string[] = []
  let answer: RequestListener
  const server = createServer((request, response) => {
    heard.push(`${request.url} ${request.headers.authorization ?? ''}`.trim())
    answer(request, response)
  })
  const host = () => `127.0.0.1:${(server.address() as AddressInfo).port}`

  group.setup(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return () => {
      server.closeAllConnections()
      server.close()
    }
  })
  group.each.setup(() => {
    heard = []
    answer = (_, response) => void response.end('hello')
  })

  test('makes no connection to {$self}')
    .with(WITHIN)
    .run(async ({ assert }, address) => {
      const { port } = server.address() as AddressInfo
      const failure = await refusal(address.replace('PORT', String(port)))

      assert.equal(failure, 'not_outward')
      assert.deepEqual(heard, [])
    })

  test('takes nothing that is no plain web address: {$self}')
    .with(NOT_WEB)
    .run(async ({ assert }, address) => {
      assert.equal(await refusal(address), 'not_web')
    })

  test('fetches from a host that it may reach', async ({ assert }) => {
    const { status, body } = await outwardFetch(`http://${host()}/a`, { near: [host()] })

    assert.equal(status, 200)
    assert.equal(body.toString(), 'hello')
  })

  test('looks at where a redirect leads as at a new address', async ({ assert }) => {
    const { port } = server.address() as AddressInfo
    answer = (_, response) =>
      void response.writeHead(302, { location: `http://localhost:${port}/secret` }).end()

    assert.equal(await refusal(`http://${host()}/a`, { near: [host()] }), 'not_outward')
    assert.deepEqual(heard, ['/a'])
  })

  test('takes no token to another host', async ({ assert }) => {
    const { port } = server.address() as AddressInfo
    const other = `localhost:${port}`
    answer = ({ url }, response) =>
      url === '/a'
        ? void response.writeHead(302, { location: `http://${other}/b` }).end()
        : void response.end('there')

    await outwardFetch(`http://${host()}/a`, {
      near: [host(), other],
      headers: { authorization: 'Bearer secret' },
    })

    assert.deepEqual(heard, ['/a Bearer secret', '/b'])
  })

  test('sends a form to its address, and nowhere else', async ({ assert }) => {
    const sent: string[] = []
    answer = async (request, response) => {
      sent.push(`${request.method} ${request.headers['content-type']} ${await text(request)}`)
      const isMoved = request.url === '/moved'
      response.writeHead(isMoved ? 307 : 200, isMoved ? { location: '/a' } : {}).end()
    }
    const form = { grant_type: 'client_credentials', client: 'a&b' }

    await outwardFetch(`http://${host()}/a`, { near: [host()], form })
    const moved = await refusal(`http://${host()}/moved`, { near: [host()], form })

    const posted =
      'POST application/x-www-form-urlencoded grant_type=client_credentials&client=a%26b'
    assert.deepEqual(sent, [posted, posted])
    assert.equal(moved, 'too_many_redirects')
  })

  test('ends a chase of redirects, a flood and a wait', async ({ assert }) => {
    answer = (_, response) => void response.writeHead(302, { location: '/again' }).end()
    assert.equal(await refusal(`http://${host()}/`, { near: [host()] }), 'too_many_redirects')
    answer = (_, response) => void response.end(Buffer.alloc(2_000))
    assert.equal(await refusal(`http://${host()}/`, { near: [host()], most: 1_000 }), 'too_large')
    answer = () => {}
    assert.equal(await refusal(`http://${host()}/`, { near: [host()], patience: 100 }), 'too_slow')
  })

  test('knows the open internet', ({ assert }) => {
    for (const address of ['93.184.216.34', '2606:2800:220:1::1']) assert.isTrue(isOutward(address))
    for (const address of ['::ffff:8.8.8.8', '255.255.255.255', 'nonsense'])
      assert.isFalse(isOutward(address))
  })

  async function refusal(address: string, limits = {}): Promise<string | null> {
    const failure = await outwardFetch(address, limits).catch((error: unknown) => error)
    return failure instanceof OutwardRefusal ? failure.reason : null
  }
})
