import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { browserForm } from '../browser_form.ts'
import { ContactsWorkspace } from '../workspace.ts'

const strings: string[] = [
  ...(JSON.parse(readFileSync(app.makePath('tests/fixtures/blns/blns.json'), 'utf8')) as string[]),
  'nul\u0000byte',
  '\ud800 lone surrogate',
  "'; drop table contacts; --",
  '{{ 7 * 7 }} @{{ x }} {{{ html }}}',
  'quoted" onfocus="alert(1)',
]

/** What a form refuses with a sentence, for nobody can see it. */
const INVISIBLE = /^[\s\p{Cf}\p{Cc}]*$/u

/** So many at a time, so that each request carries several. */
function handfuls(count: number, from = strings): string[][] {
  return Array.from({ length: Math.ceil(from.length / count) }, (_, index) =>
    from.slice(index * count, (index + 1) * count)
  )
}

/** Those that would do harm, were they to stand on a page as they were typed. */
function harmful(texts: string[]): string[] {
  return texts.map((text) => text.trim()).filter((text) => /<[a-z/!?]|\w" on/i.test(text))
}

test.group('Naughty strings', (group) => {
  const workspace = new ContactsWorkspace()
  group.setup(() => workspace.open())

  const shown = async (client: ApiClient, page: string) =>
    (await workspace.as('principal', client.get(page))).text()

  test('in every field are kept, and are text wherever they are shown', async ({
    client,
    assert,
  }) => {
    const assertHarmless = (html: string, texts: string[]) =>
      harmful(texts).forEach((text) => assert.notInclude(html, text))
    const contact = await workspace.givenContact({ name: 'Start' })
    const address = `/app/contacts/${contact.id}`
    const visible = strings.map((text) => text.slice(0, 90)).filter((text) => !INVISIBLE.test(text))
    let version = 0
    for (const texts of handfuls(6, visible)) {
      const [firstName, companyName, jobTitle, source, line, city] = texts
      version++
      const sent = { firstName, companyName, jobTitle, source, address: { line, city }, version }
      const saved = await workspace.as(
        'principal',
        client.put(address).unsafeForm(browserForm({ type: 'person', lastName: 'Lee', ...sent }))
      )

      assert.equal(saved.header('location'), address, JSON.stringify(texts))
      const pages = [address, `${address}/edit`, '/app/contacts?cols=source.company.city']
      for (const page of pages) assertHarmless(await shown(client, page), texts)
    }
    assert.isAbove(version, 80)
  }).timeout(240_000)

  test('in the timeline are kept as they are, and are text there', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ name: 'Storied' })
    for (const [details, nextAction] of handfuls(2)) {
      const sent = {
        kind: 'call',
        details,
        nextAction: nextAction ?? 'x',
        nextActionOn: '2026-01-01',
      }
      const response = await workspace.asFragment(
        'principal',
        client.post(`/app/contacts/${contact.id}/entries`).unsafeForm(browserForm(sent))
      )
      const texts = [details, nextAction ?? '']

      assert.include([200, 422], response.status(), JSON.stringify(texts))
      for (const text of harmful(texts)) assert.notInclude(response.text(), text)
    }
  }).timeout(240_000)

  test('as searches, filters and tags break nothing', async ({ client, assert }) => {
    const contact = await workspace.givenContact({ name: 'Searched' })
    const address = `/app/contacts/${contact.id}/tags`
    for (const texts of handfuls(4)) {
      const [q, tag, owner, sort] = texts
      const query = { q, tag, owner, sort, after: q, city: tag, source: owner, from: sort }
      const list = await workspace.as('principal', client.get('/app/contacts').qs(query))
      const tags = await workspace.asFragment(
        'principal',
        client
          .put(address)
          .unsafeForm(browserForm({ tags: texts.map((text) => text.slice(0, 300)) }))
      )

      assert.equal(list.status(), 200, JSON.stringify(texts))
      assert.include([200, 422], tags.status(), JSON.stringify(texts))
      for (const text of harmful(texts)) {
        assert.notInclude(list.text(), text)
        assert.notInclude(tags.text(), text)
      }
    }
  }).timeout(240_000)
})
