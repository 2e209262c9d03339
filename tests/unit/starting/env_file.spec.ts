import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { readEnvironment } from '../../../bin/starting/env_file.ts'

const KEY = /^[0-9a-f]{8}:[\w-]{48}$/

test.group('The .env file', (group) => {
  let folder: string
  let file: string

  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'freehold-env-'))
    file = join(folder, '.env')
    return () => rm(folder, { recursive: true })
  })

  test('is written with fresh keys where there is none, for its owner alone', async ({
    assert,
  }) => {
    const { APP_KEYS } = await readEnvironment(file, {})

    assert.match(String(APP_KEYS), KEY)
    assert.include(await readFile(file, 'utf8'), `APP_KEYS=${APP_KEYS}\n`)
    assert.equal((await stat(file)).mode & 0o777, 0o600)
  })

  test('keeps its keys from one start to the next', async ({ assert }) => {
    const first = await readEnvironment(file, {})
    const second = await readEnvironment(file, {})

    assert.equal(second.APP_KEYS, first.APP_KEYS)
  })

  test('gets a line for the keys added, or an empty one filled, and nothing else changed', async ({
    assert,
  }) => {
    await writeFile(file, '# ours\nPORT=4000')
    const added = await readEnvironment(file, {})
    assert.equal(await readFile(file, 'utf8'), `# ours\nPORT=4000\nAPP_KEYS=${added.APP_KEYS}\n`)

    await writeFile(file, 'APP_KEYS=\nPORT=4000\n')
    const filled = await readEnvironment(file, {})
    assert.equal(await readFile(file, 'utf8'), `APP_KEYS=${filled.APP_KEYS}\nPORT=4000\n`)
  })

  test('gives way to the environment, but not to an empty variable', async ({ assert }) => {
    await writeFile(file, 'APP_KEYS=kept\nPORT=4000\nHOST=0.0.0.0\nDATA_DIR=\n')

    const environment = await readEnvironment(file, { PORT: '5000', HOST: '' })

    assert.containSubset(environment, { APP_KEYS: 'kept', PORT: '5000', HOST: '0.0.0.0' })
    assert.notProperty(environment, 'DATA_DIR')
  })

  test('is not written when the environment brings the keys', async ({ assert }) => {
    await readEnvironment(file, { APP_KEYS: 'given' })

    await assert.rejects(() => stat(file), /ENOENT/)
  })

  test('that cannot be written is a refusal in one sentence', async ({ assert }) => {
    const nowhere = join(folder, 'missing', '.env')

    await assert.rejects(
      () => readEnvironment(nowhere, {}),
      /APP_KEYS is not set, and .* cannot be/
    )
  })
})
