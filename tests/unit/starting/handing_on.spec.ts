import { createHmac } from 'node:crypto'
import { test } from '@japa/runner'
import {
  commonEnvironment,
  preparingEnvironment,
  servingEnvironment,
} from '../../../bin/starting/child_environment.ts'
import { settingsOfCommand } from '../../../bin/starting/command_settings.ts'
import { readPrepared, reasonIn } from '../../../bin/starting/prepare.ts'
import { readSettings } from '../../../bin/starting/settings.ts'
import { welcome } from '../../../bin/starting/welcome.ts'

const SECRET = 's'.repeat(40)
const OWNER = 'postgres://owner:x@127.0.0.1:5432/freehold'
const APP = 'postgres://app:x@127.0.0.1:5432/freehold'

const settings = readSettings(
  { APP_KEYS: `new:${SECRET},old:${'o'.repeat(40)}`, DATABASE_OWNER_URL: OWNER },
  '/srv/freehold'
)
const prepared = { databaseUrl: APP, listenUrl: APP }

test.group('What the children are handed', () => {
  test("holds the owner's address for the preparation and the fleet worker alone", ({ assert }) => {
    const common = commonEnvironment(settings, 'demo')

    assert.isUndefined(common.DATABASE_OWNER_URL)
    assert.isUndefined(servingEnvironment(common, prepared).DATABASE_OWNER_URL)
    assert.equal(servingEnvironment(common, prepared, OWNER).DATABASE_OWNER_URL, OWNER)
    assert.equal(preparingEnvironment(settings, 'demo', OWNER).DATABASE_OWNER_URL, OWNER)
  })

  test('keeps them from reading .env by themselves', ({ assert }) => {
    assert.equal(commonEnvironment(settings, 'development').ENV_PATH, '/srv/freehold/.data')
  })

  test("derives the password of the application's login from the first key", ({ assert }) => {
    const { DATABASE_APP_PASSWORD } = preparingEnvironment(settings, 'demo', OWNER)

    const expected = createHmac('sha256', SECRET).update('database-app-login').digest('hex')
    assert.equal(DATABASE_APP_PASSWORD, expected)
  })
})

test.group('What a command takes', () => {
  test('is nothing where it is handed a database, or runs on our account', async ({ assert }) => {
    assert.deepEqual(await settingsOfCommand('/nowhere', { DATABASE_URL: APP }), {})
    assert.deepEqual(await settingsOfCommand('/nowhere', { DATABASE_OWNER_URL: OWNER }), {})
    assert.deepEqual(await settingsOfCommand('/nowhere', { FREEHOLD_SUPERVISED: '1' }), {})
  })
})

test.group('What the preparation answers', () => {
  test('is a line with the addresses of the database', ({ assert }) => {
    assert.deepEqual(readPrepared(JSON.stringify(prepared)), prepared)
  })

  test('is refused when it is no such line', ({ assert }) => {
    for (const line of ['', 'done', '{}', JSON.stringify({ databaseUrl: APP })]) {
      assert.throws(() => readPrepared(line), /without saying how to reach it/)
    }
  })
})

test.group('A preparation that failed', () => {
  test('is explained by its last sentence', ({ assert }) => {
    assert.equal(reasonIn(['(node) a warning', '\u001b[31mNo rights.\u001b[39m', '']), 'No rights.')
  })

  test('is shown as a whole when it is a crash, or when it said nothing', ({ assert }) => {
    const crash = ['Error: no such table', '    at prepare (core.ts:1:2)']

    assert.equal(reasonIn(crash), [...crash, 'The database could not be prepared.'].join('\n'))
    assert.equal(reasonIn([]), 'The database could not be prepared.')
  })
})

test.group('The welcome', () => {
  test('shows aligned addresses and sign-ins, and a shared password once', ({ assert }) => {
    const person = (label: string, email: string) => ({
      label,
      email,
      url: 'http://rainier',
      password: 'open-the-house',
    })
    const told = welcome(
      settings,
      {
        ...prepared,
        addresses: [
          { label: 'Home', url: 'http://home' },
          { label: 'Console', url: 'http://console' },
        ],
        signIns: [person('Principal', 'principal@rainier.example'), person('Agent', 'a@b.example')],
      },
      { mode: 'demo', ms: 2345 }
    )

    assert.include(told, 'Freehold is ready after 2.3 s.')
    assert.include(told, '  Home     http://home\n  Console  http://console')
    assert.include(told, 'Sign in with the password open-the-house as\n')
    assert.include(told, '  Agent      a@b.example                http://rainier')
    assert.lengthOf(told.split('open-the-house'), 2)
  })

  test('in production speaks of no sign-ins, and warns when mail cannot leave', ({ assert }) => {
    const told = welcome(settings, prepared, { mode: 'production', ms: 1000 })

    assert.include(told, 'http://freehold.localhost:3333')
    assert.include(told, 'SMTP_HOST is not set')
    assert.notInclude(told, 'Sign in')
  })
})
