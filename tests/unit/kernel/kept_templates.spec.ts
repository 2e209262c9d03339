import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { Edge } from 'edge.js'
import { keepTemplates } from '#kernel/http/edge_cache'

test.group('Templates that are kept', (group) => {
  let folder: string
  let edge: Edge

  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'freehold-templates-'))
    edge = Edge.create()
    edge.mount(folder)
    keepTemplates(edge)
  })
  group.each.teardown(() => rm(folder, { recursive: true }))

  const write = (name: string, text: string) => writeFile(join(folder, `${name}.edge`), text)

  test('are not read a second time, partials included', async ({ assert }) => {
    await write('page', `@include('part')`)
    await write('part', 'first {{ name }}')
    assert.equal(await edge.render('page', { name: 'Ann' }), 'first Ann')

    await write('part', 'second {{ name }}')
    assert.equal(await edge.render('page', { name: 'Ben' }), 'first Ben')
  })

  test('give a partial the variables of the loops around it, whatever they are called', async ({
    assert,
  }) => {
    await write('part', `{{ typeof one === 'undefined' ? 'none' : one }} `)
    await write('one', `@each(one in [1, 2])\n@include('part')\n@end`)
    await write('two', `@each((other, one) in ['a', 'b'])\n@include('part')\n@end`)
    await write('none', `@include('part')`)

    for (let turn = 0; turn < 2; turn++) {
      assert.equal(words(await edge.render('one', {})), '1 2')
      assert.equal(words(await edge.render('two', {})), '0 1')
      assert.equal(words(await edge.render('none', { one: 'given' })), 'given')
    }
  })
})

const words = (html: string) => html.split(/\s+/).filter(Boolean).join(' ')
