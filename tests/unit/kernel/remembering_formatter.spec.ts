import app from '@adonisjs/core/services/app'
import { formatters } from '@adonisjs/i18n'
import { test } from '@japa/runner'
import { RememberingFormatter } from '#kernel/http/remembering_formatter'

const messages: [message: string, facts: Record<string, unknown>][] = [
  ['Save', {}],
  ["It's done", {}],
  ["Write '{name}' here", {}],
  ['Hello { name }, you have {count} <b>new</b> # notes', { name: "O'Neil <x>", count: 0 }],
  ['{name} was born in {year}', { name: 'Ann', year: 1234567.5 }],
  ['{name}, {nothing}', { name: '', nothing: null }],
  ['{count, plural, =0 {none} one {# contact} other {# contacts}}', { count: 1 }],
  ['{count, plural, =0 {none} one {# contact} other {# contacts}}', { count: 1234 }],
  ['{at, date, short} {kind, select, call {called} other {wrote to}}', { at: 0, kind: 'call' }],
]

test.group('Messages that are read once', () => {
  async function both() {
    const icu = (await formatters.icu().resolver(app))({} as never)
    return { icu, remembering: new RememberingFormatter(icu) }
  }

  test('say what ICU says, however often they are asked', async ({ assert }) => {
    const { icu, remembering } = await both()

    for (const [message, facts] of [...messages, ...messages]) {
      assert.equal(remembering.format(message, 'en', facts), icu.format(message, 'en', facts))
    }
  })

  test('complain about a fact that is missing, as ICU does', async ({ assert }) => {
    const { remembering } = await both()

    assert.throws(() => remembering.format('Hello {name}', 'en', {}), /name/)
  })

  test('keep languages apart', async ({ assert }) => {
    const { remembering } = await both()
    const message = '{count, number}'

    assert.equal(remembering.format(message, 'en', { count: 1234.5 }), '1,234.5')
    assert.equal(remembering.format(message, 'de', { count: 1234.5 }), '1.234,5')
  })
})
