import { test } from '@japa/runner'
import { soughtBy, wordsOf } from '#kernel/search/search_words'

test.group('What is typed into the search', () => {
  test('is looked for from two characters on', ({ assert }) => {
    for (const typed of ['', ' ', 'a', '  a ', '&|!', ':*', "''"]) assert.isNull(soughtBy(typed))
    assert.isNotNull(soughtBy('an'))
  })

  test('becomes beginnings of words, and never a query language', ({ assert }) => {
    assert.equal(soughtBy(`ann & !lee:* | 'x' (y)`)?.beginnings, 'ann:* & lee:* & x:* & y:*')
    assert.equal(soughtBy('ann@example.com')?.beginnings, 'ann:* & example:* & com:*')
  })

  test('keeps the marks of words in every script', ({ assert }) => {
    assert.deepEqual(wordsOf('पुणे, Ürün; Nyasha'), ['पुणे', 'Ürün', 'Nyasha'])
  })

  test('is a number when it looks like one, without the zero before it', ({ assert }) => {
    assert.equal(soughtBy('0772 123-456')?.digits, '772123456')
    assert.equal(soughtBy('+1 (206) 555')?.digits, '1206555')
    assert.isNull(soughtBy('12')?.digits ?? null)
    assert.isNull(soughtBy('flat 1234')!.digits)
  })

  test('is cut to a bearable length', ({ assert }) => {
    const sought = soughtBy('word '.repeat(1_000))!

    assert.isAtMost(sought.whole.length, 120)
    assert.lengthOf(sought.beginnings.split('&'), 8)
  })
})
