import { test } from '@japa/runner'
import { hashPassword, passwordFits } from '#app/identity'
import { isCommonPassword } from '../../../app/identity/actions/passwords.ts'
import { newPasswordValidator } from '../../../app/identity/validators/identity.ts'

test.group('A password', () => {
  test('is kept with scrypt and a salt of its own', async ({ assert }) => {
    const [one, other] = [await hashPassword('same words'), await hashPassword('same words')]

    assert.match(one, /^\$scrypt\$n=16384,r=8,p=1\$/)
    assert.notEqual(one, other)
  })

  test('fits nobody, even the one that the decoy has', async ({ assert }) => {
    assert.isFalse(await passwordFits(null, 'nobody has this password'))
  })

  test('is one of the most used ones in any case: {$self}')
    .with(['password', 'PASSWORD123', 'qwertyuiop', '1234567890', 'iloveyou'])
    .run(({ assert }, password) => {
      assert.isTrue(isCommonPassword(password))
    })

  test('must be long and not common: {$self}')
    .with(['short', '1234567890', 'password123', 'x'.repeat(201)])
    .run(async ({ assert }, password) => {
      await assert.rejects(() => newPasswordValidator.validate({ password }))
    })

  test('may be any words and signs', async ({ assert }) => {
    const password = 'nine green 🐸 and a "quote" \' -- '

    assert.equal((await newPasswordValidator.validate({ password })).password, password)
  })
})
