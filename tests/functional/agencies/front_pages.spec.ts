import edge from 'edge.js'
import { test } from '@japa/runner'
import { moduleNames } from '#kernel/modules/module_registry'
import { Visitor } from '#tests/support/visitor'
import { Workspace } from '#tests/support/workspace'

test.group('The pages that everybody sees', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('say at the apex what it is and what it costs in each market', async ({ assert }) => {
    const prices = {
      US: ['$29', '$99', '$299'],
      ZW: ['$10', '$20', '$150'],
      IN: ['₹2,400', '₹8,200', '₹24,900'],
    }
    for (const [market, expected] of Object.entries(prices)) {
      const { status, words } = await new Visitor('freehold.localhost').get(`/?market=${market}`)
      assert.equal(status, 200)
      for (const price of expected) assert.include(words, price, market)
    }
  })

  test('show the first market for one that nobody knows', async ({ assert }) => {
    const { status, words } = await new Visitor('freehold.localhost').get('/?market=<b>XX')

    assert.equal(status, 200)
    assert.include(words, '$29')
  })

  test("lead from an agency's address into its workspace where no module brings a site", async ({
    assert,
  }) => {
    for (const module of moduleNames) await workspace.agency.switchModule(module, 'off')
    assert.equal((await new Visitor(workspace.agency.host).get('/')).location, '/app')
  })

  test("stand in the agency's name and colour at the portal", async ({ assert }) => {
    const { status, words, text } = await new Visitor(workspace.agency.host).get('/portal')

    assert.equal(status, 200)
    assert.include(words, 'Agency north')
    assert.include(words, 'not open yet')
    assert.include(text, '--brand:')
  })

  test('do not exist on a host that nobody has', async ({ assert }) => {
    for (const host of [
      'nobody.freehold.localhost',
      'evil.example',
      'north.evil.example',
      'xn--a',
    ]) {
      for (const path of ['/', '/app', '/login', '/portal'])
        assert.equal((await new Visitor(host).get(path)).status, 404, `${host}${path}`)
    }
  })

  test('say in words that there is nothing at an address', async ({ assert }) => {
    const hosts = { 'freehold.localhost': 'Freehold', [workspace.agency.host]: 'Agency north' }
    for (const [host, face] of Object.entries(hosts)) {
      const answer = await new Visitor(host).get('/nothing-here')
      assert.equal(answer.status, 404)
      assert.include(answer.words, 'There is nothing here')
      assert.include(answer.text, `<title>There is nothing here · ${face}</title>`)
    }
  })

  test('show an error without what went wrong inside', async ({ assert }) => {
    const answer = await new Visitor(workspace.agency.host).get('/app/%E0%A4%A')

    assert.isBelow(answer.status, 500)
    assert.notMatch(answer.text, /node_modules|at async|Error:/)
  })

  test('say in words that a form was too large', async ({ assert }) => {
    const person = new Visitor(workspace.agency.host)
    await person.get('/login')
    const answer = await person.post('/login', { email: 'x'.repeat(1_500_000), password: 'x' })

    assert.equal(answer.status, 413)
    assert.include(answer.words, 'too large')
  })

  test('have words for everything that can go wrong', async ({ assert }) => {
    const reasons = '400 403 404 413 423 429 500 503 forgery module_off'.split(' ')
    for (const reason of reasons) {
      const page = edge.share({ csrfToken: 'token' })
      const html = await page.render('pages/errors/status', {
        reason,
        module: 'members.roles',
        permission: reason === '403' ? 'made_up.fly_high' : undefined,
        requestId: 'request-1',
      })
      assert.deepEqual(html.match(/.*(translation missing|undefined).*/gi) ?? [], [], reason)
      assert.match(html, /<h1>[^<]{5,}<\/h1>/, reason)
    }
  })
})
