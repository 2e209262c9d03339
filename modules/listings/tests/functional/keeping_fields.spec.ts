import { test } from '@japa/runner'
import Listing from '../../models/listing.ts'
import { ListingImportWorkspace } from '../import_workspace.ts'

const LIST = 'Listing ID,Title,Price,City\nA1,Cottage by the sound,450k,Seattle'

test.group('Keeping fields from lists and feeds', (group) => {
  const workspace = new ListingImportWorkspace()
  group.each.setup(() => workspace.open())

  test('what is changed by hand is kept, until it is let go again', async ({ client, assert }) => {
    await workspace.import({ list: LIST })
    const [{ id }] = await workspace.stock()
    const form = {
      'dealType': 'sale',
      'property[type]': 'house',
      'price': '460k',
      'address[city]': 'Seattle',
    }
    const saved = await workspace.as(
      'principal',
      client.put(`/app/listings/${id}`).form({ ...form, title: 'Cottage by the sound', version: 1 })
    )
    saved.assertStatus(302)
    assert.include(await kept(id), 'price')

    await workspace.import({ list: LIST })
    assert.equal((await workspace.stock())[0].price_minor, 46_000_000)
    const page = await workspace.as('principal', client.get(`/app/listings/${id}/edit`))
    page.assertTextIncludes('Protected fields')
    assert.match(page.text(), /name="lockedFields\[\]"[^>]*value="price"[^>]*checked/)

    const version = (await workspace.stock())[0].version
    const freed = { ...form, 'title': 'Cottage by the sound', version, 'lockedFields[0]': '' }
    await workspace.as('principal', client.put(`/app/listings/${id}`).form(freed))
    assert.deepEqual(await kept(id), [])
    await workspace.import({ list: LIST })
    assert.equal((await workspace.stock())[0].price_minor, 45_000_000)
  })

  test('nothing is kept of a listing that no list brought', async ({ client, assert }) => {
    const listing = await workspace.givenListing()
    const page = await workspace.as('principal', client.get(`/app/listings/${listing.id}/edit`))

    page.assertStatus(200)
    assert.notInclude(page.text(), 'lockedFields')
  })

  async function kept(id: string): Promise<string[]> {
    return workspace.inUnit(async () => (await Listing.findOrFail(id)).lockedFields)
  }
})
