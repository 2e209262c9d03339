import { test } from '@japa/runner'
import { contrast, readableOn } from '../../../app/agencies/contrast.ts'

test.group('Contrast', () => {
  test('is 21 for black on white and 1 for a colour on itself', ({ assert }) => {
    assert.approximately(contrast('#000000', '#ffffff'), 21, 0.01)
    assert.equal(contrast('#1d4ed8', '#1d4ed8'), 1)
  })

  test('is the same both ways, as WCAG gives it', ({ assert }) => {
    assert.approximately(contrast('#777777', '#ffffff'), 4.48, 0.01)
    assert.equal(contrast('#123456', '#fedcba'), contrast('#fedcba', '#123456'))
  })

  test('chooses the text that reads better on a colour', ({ assert }) => {
    assert.equal(readableOn('#1d4ed8'), '#ffffff')
    assert.equal(readableOn('#fde047'), '#111827')
  })
})
