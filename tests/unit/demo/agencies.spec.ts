import { test } from '@japa/runner'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { IANAZone } from 'luxon'
import { contrast } from '../../../app/agencies/contrast.ts'
import { demoAgencies } from '../../../database/seeders/demo/agencies.ts'
import { demoOperators } from '../../../database/seeders/demo/operators.ts'

const STAFF_ROLES = [
  'principal',
  'sales_director',
  'senior_agent',
  'junior_agent',
  'collections_manager',
  'marketing',
  'relationship_manager',
  'property_manager',
]

test.group('The agencies of the demo world', () => {
  test('stand for one market and one plan each', ({ assert }) => {
    const told = demoAgencies.map(({ slug, market, currency, plan }) =>
      [slug, market, currency, plan].join(' ')
    )

    assert.deepEqual(told, ['rainier US USD enterprise', 'msasa ZW USD pro', 'peepal IN INR basic'])
  })

  test('have one person for each staff role, who signs in as <role>@<agency>.example', ({
    assert,
  }) => {
    for (const { slug, staff } of demoAgencies) {
      assert.deepEqual(
        staff.map(({ role, email }) => `${role} ${email}`),
        STAFF_ROLES.map((role) => `${role} ${role}@${slug}.example`)
      )
    }
  })

  test('keep two teams of people whom they employ, each with one owner', ({ assert }) => {
    for (const { teams, staff } of demoAgencies) {
      assert.lengthOf(teams, 2)
      for (const { members } of teams) {
        assert.lengthOf(
          members.filter(({ overlay }) => overlay === 'owner'),
          1
        )
        assert.includeMembers(
          staff.map(({ role }) => role),
          members.map(({ role }) => role)
        )
      }
    }
  })

  test('give everybody a mobile number of the market, no number twice', ({ assert }) => {
    const mobiles = [...demoOperators, ...demoAgencies.flatMap(({ staff }) => staff)].map(
      ({ mobile }) => mobile
    )

    assert.equal(new Set(mobiles).size, mobiles.length)
    for (const { market, staff } of demoAgencies) {
      for (const { mobile } of staff) {
        const phone = parsePhoneNumberFromString(mobile)
        assert.isTrue(phone?.isValid(), mobile)
        assert.equal(phone?.country, market)
      }
    }
  })

  test('live in a time zone that exists', ({ assert }) => {
    for (const { timeZone } of demoAgencies) assert.isTrue(IANAZone.isValidZone(timeZone))
  })

  test('have brand colours on which text can be read', ({ assert }) => {
    for (const { slug, brand } of demoAgencies) {
      assert.isAtLeast(contrast(brand.primary, brand.onPrimary), 4.5, slug)
      assert.isAtLeast(contrast(brand.primary, '#ffffff'), 4.5, slug)
      assert.isAtLeast(contrast(brand.accent, brand.onAccent), 4.5, slug)
    }
  })
})

test.group('The operators of the demo world', () => {
  test('cover every role of the platform', ({ assert }) => {
    assert.deepEqual(
      demoOperators.map(({ email }) => email),
      [
        'platform_admin@freehold.example',
        'moderator@freehold.example',
        'finance_ops@freehold.example',
        'support_agent@freehold.example',
        'ops_rm_lead@freehold.example',
      ]
    )
  })
})
