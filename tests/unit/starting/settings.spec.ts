import { test } from '@japa/runner'
import { readSettings } from '../../../bin/starting/settings.ts'

const KEYS = { APP_KEYS: `k1:${'s'.repeat(40)}` }

function refusalOf(given: Record<string, string>): string {
  try {
    readSettings({ ...KEYS, ...given }, '/srv/freehold')
  } catch (error) {
    return (error as Error).message
  }
  return 'accepted'
}

test.group('Settings', () => {
  test('have a default each', ({ assert }) => {
    const settings = readSettings(KEYS, '/srv/freehold')

    assert.containSubset(settings, {
      port: 3333,
      host: '127.0.0.1',
      domain: 'freehold.localhost',
      folder: '/srv/freehold/.data',
      ownerUrl: undefined,
    })
  })

  test('hand the folder on as an absolute path', ({ assert }) => {
    const { environment } = readSettings({ ...KEYS, DATA_DIR: 'kept' }, '/srv/freehold')

    assert.equal(environment.DATA_DIR, '/srv/freehold/kept')
  })

  test('are refused in one sentence: {0}')
    .with([
      ['PORT', 'abc', 'PORT is "abc": it must be a whole number from 1 to 65535.'],
      ['PORT', '70000', 'PORT is "70000": it must be a whole number from 1 to 65535.'],
      ['HOST', 'a b', 'HOST is "a b": it must be an IP address or a host name of this machine.'],
      ['DRIVE_DISK', 'ftp', 'DRIVE_DISK is "ftp": it must be one of fs, s3.'],
      [
        'MAIL_RECEIVE_PORT',
        'mail',
        'MAIL_RECEIVE_PORT is "mail": it must be a whole number from 1 to 65535.',
      ],
      [
        'TRUSTED_PROXIES',
        'our-proxy',
        'TRUSTED_PROXIES is "our-proxy": it must be addresses or networks such as 10.0.0.0/8, with commas between several.',
      ],
      ['MAIL_FROM', 'us', 'MAIL_FROM is "us": it must be an e-mail address.'],
      [
        'BASE_DOMAIN',
        'crm.example:3333',
        'BASE_DOMAIN is "crm.example:3333": it must be a host name in small letters, without http:// and without a port.',
      ],
      [
        'S3_ENDPOINT',
        'minio',
        'S3_ENDPOINT is "minio": it must be an address that begins with https:// or http://.',
      ],
    ])
    .run(({ assert }, [name, value, sentence]) => {
      assert.equal(refusalOf({ [name]: value }), sentence)
    })

  test('never repeat a secret when they are refused', ({ assert }) => {
    const told = [
      refusalOf({ APP_KEYS: 'k1:short-secret' }),
      refusalOf({ DATABASE_OWNER_URL: 'mysql://root:short-secret@db/x' }),
    ].join(' ')

    assert.match(told, /APP_KEYS cannot be used/)
    assert.match(told, /DATABASE_OWNER_URL cannot be used/)
    assert.notInclude(told, 'short-secret')
  })

  test('name every problem at once', ({ assert }) => {
    assert.lengthOf(refusalOf({ PORT: '0', BASE_DOMAIN: 'UPPER' }).split('\n'), 2)
  })

  test('ask for what belongs together', ({ assert }) => {
    assert.include(refusalOf({ DRIVE_DISK: 's3' }), 'DRIVE_DISK is s3, so S3_BUCKET must be set')
    assert.include(refusalOf({ DATABASE_URL: 'postgres://a:b@c/d' }), 'so DATABASE_OWNER_URL must')
    assert.include(refusalOf({ SMTP_USERNAME: 'us' }), 'so SMTP_HOST must be set')
  })
})
