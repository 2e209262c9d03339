import { Writable } from 'node:stream'
import { test } from '@japa/runner'
import { Logger } from '@adonisjs/core/logger'
import loggerConfig from '#config/logger'

/** What stands in the log when something breaks. */
function logged(error: unknown): string {
  let text = ''
  const destination = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  const config = { ...loggerConfig.loggers.app, level: 'error', destination }
  new Logger(config).error({ err: error }, 'it broke')
  return text
}

test.group('An error in the log', () => {
  test('of the database says where it struck, and nothing that a person wrote', ({ assert }) => {
    const message = 'insert into "leads" values (\'Canary\')\n - Key (email)=(canary@post.example)'
    const text = logged(
      Object.assign(new Error(message), {
        ...{ code: '23505', detail: 'Key (email)=(canary@post.example) already exists.' },
        ...{ where: 'COPY leads, line 7: "Canary"', hint: 'Canary' },
      })
    )

    assert.notMatch(text, /canary/i)
    assert.include(text, '23505')
    assert.include(text, 'plain_error.spec')
  })

  test('of anything else keeps its sentence, and hides whom it names', ({ assert }) => {
    const cause = Object.assign(new Error('550 <canary@post.example> is nobody'), {
      ...{ code: 'EENVELOPE', rejected: ['canary@post.example'] },
    })
    const text = logged(new Error('The letter was not taken', { cause }))

    assert.notMatch(text, /canary/)
    assert.include(text, 'The letter was not taken')
    assert.include(text, '550 <…@post.example> is nobody')
    assert.include(text, 'EENVELOPE')
  })

  test('may be anything that is thrown', ({ assert }) => {
    for (const thrown of [null, undefined, 'Canary', 7, { code: '22P02', message: 'Canary' }])
      assert.notMatch(logged(thrown), /Canary/)
  })
})
