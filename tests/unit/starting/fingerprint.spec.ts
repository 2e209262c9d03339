import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { fingerprintOf, isBuilt, stampBuild } from '../../../bin/starting/fingerprint.ts'

test.group('The fingerprint of the sources', (group) => {
  let root: string

  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }

  group.each.setup(async () => {
    root = await mkdtemp(join(tmpdir(), 'freehold-sources-'))
    await write('app/kernel/clock.ts', 'export const hours = 24')
    await write('package.json', '{}')
    return () => rm(root, { recursive: true })
  })

  test('changes with what a source says, with its name, and with a new one', async ({ assert }) => {
    const seen = [await fingerprintOf(root)]
    await write('app/kernel/clock.ts', 'export const hours = 25')
    seen.push(await fingerprintOf(root))
    await write('modules/contacts/module.ts', 'export default {}')
    seen.push(await fingerprintOf(root))
    await write('package.json', '{ "name": "x" }')
    seen.push(await fingerprintOf(root))

    assert.equal(new Set(seen).size, seen.length)
  })

  test('does not change with dates, tests, the build, or what the build puts in public', async ({
    assert,
  }) => {
    const before = await fingerprintOf(root)
    await utimes(join(root, 'package.json'), 1, 1)
    await write('modules/contacts/tests/unit/names.spec.ts', 'test()')
    await write('public/assets/app.js', 'x')
    await write('build/ace.js', 'x')

    assert.equal(await fingerprintOf(root), before)
  })

  test('tells a build that is up to date from one that is not there or old', async ({ assert }) => {
    assert.isFalse(await isBuilt(root, 'one'))

    await mkdir(join(root, 'build'))
    await stampBuild(root, 'one')

    assert.isTrue(await isBuilt(root, 'one'))
    assert.isFalse(await isBuilt(root, 'two'))
  })
})
