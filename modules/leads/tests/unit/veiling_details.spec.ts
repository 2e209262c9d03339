import { test } from '@japa/runner'
import { veiledEmail, veiledPhone, veiledText } from '../../details/veil.ts'

test.group('Veiling contact details', () => {
  test('leaves enough to know a number or an address again', ({ assert }) => {
    assert.equal(veiledPhone('+12065550112'), '+1 ••• ••12')
    assert.equal(veiledEmail('ada@engines.example'), 'a•••@engines.example')
  })

  test('finds both wherever somebody wrote them', ({ assert }) => {
    const text = veiledText('Called (206) 555-0112, then wrote to ada@engines.example on 3 May.')
    assert.notMatch(text, /0112|ada@/)
    assert.include(text, 'on 3 May.')
  })

  test('leaves prices, years and house numbers alone', ({ assert }) => {
    const text = '12 Oak Street, built 1987, for $450,000'
    assert.equal(veiledText(text), text)
  })
})
