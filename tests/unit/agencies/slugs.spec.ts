import { test } from '@japa/runner'
import { normaliseSlug, slugProblem } from '../../../app/agencies/slug.ts'

test.group('The address of an agency', () => {
  test('may be letters, digits and single hyphens, beginning with a letter')
    .with(['abc', 'rainier', 'msasa-homes', 'a1b', 'agency-24-7', 'x'.repeat(40)])
    .run(({ assert }, slug) => {
      assert.isNull(slugProblem(slug))
    })

  test('is malformed: {$self}')
    .with([
      '',
      'ab',
      'x'.repeat(41),
      'x'.repeat(64),
      '1st',
      '-abc',
      'abc-',
      'a--b',
      'a.b',
      'a_b',
      'a b',
      'Rainier',
      "o'neil",
      '"; drop schema core; --',
      'pg_catalog',
      't_0191',
      'münchen',
      'агентство',
      'abc\u0000',
      'abc\n',
      'ａｂｃ',
      '../core',
      '%00abc',
    ])
    .run(({ assert }, slug) => {
      assert.equal(slugProblem(slug), 'slug_malformed')
    })

  test('is kept for the platform: {$self}')
    .with([
      'www',
      'console',
      'admin',
      'api',
      'mail',
      'core',
      'gate',
      'public',
      'localhost',
      'freehold',
    ])
    .run(({ assert }, slug) => {
      assert.equal(slugProblem(slug), 'slug_reserved')
    })

  test('may not look like punycode or a name of the database: {$self}')
    .with(['xn-mnchen-3ya', 'pg-catalog', 't-0191'])
    .run(({ assert }, slug) => {
      assert.equal(slugProblem(slug), 'slug_reserved')
    })

  test('is one name in capitals and in small letters', ({ assert }) => {
    assert.equal(normaliseSlug(' Rainier '), 'rainier')
  })
})
