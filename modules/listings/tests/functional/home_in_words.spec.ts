import { test } from '@japa/runner'
import { homeInWords } from '../../queries/home_in_words.ts'
import { ListingsWorkspace } from '../workspace.ts'

test.group('A home in somebody’s words', (group) => {
  const workspace = new ListingsWorkspace()
  group.each.setup(() => workspace.open())

  const read = (text: string) =>
    workspace.agency.inUnit(async () => JSON.parse(JSON.stringify(await homeInWords(text))))

  test('is read as far as they say it for certain: {text}')
    .with([
      {
        text: 'We sell our 3 bedroom house in Ballard, 2 baths, 1,800 sqft, with a garage. Asking 750k',
        home: {
          ...{ type: 'house', beds: 3, baths: 2, size: 1800, sizeUnit: 'sqft' },
          features: ['garage'],
        },
      },
      {
        text: 'Bedrooms: 2, property type: apartment',
        home: { type: 'apartment', beds: 2 },
      },
      { text: 'A plot of 2 acres', home: { type: 'land', plot: 2, plotUnit: 'acre' } },
      { text: 'My 2-3 bedroom villa or cottage, about 1,800 sqft', home: {} },
      { text: 'Please call me back', home: {} },
      { text: '', home: {} },
    ])
    .run(async ({ assert }, { text, home }) => {
      assert.deepEqual(await read(text), home)
    })

  test('is looked for at the beginning of long ones', async ({ assert }) => {
    assert.deepEqual(await read(`${'and so on '.repeat(500)} 3 bedroom house`), {})
  })
})
