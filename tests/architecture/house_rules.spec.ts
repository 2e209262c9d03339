import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { manifests, order } from '#kernel/modules/module_registry'

const root = app.makePath()

function filesBelow(folder: string, ending: RegExp): string[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => relative(root, join(path, name)))
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function linesWith(paths: string[], words: RegExp): string[] {
  return paths.filter((path) => words.test(textOf(path)))
}

test.group('The house', () => {
  test('has every module on its guest list, with a README, a manifest and a front door', ({
    assert,
  }) => {
    const home = join(root, 'modules')
    const folders = existsSync(home) ? readdirSync(home) : []

    assert.sameMembers(
      folders,
      manifests.map((manifest) => manifest.name)
    )
    for (const name of folders) {
      for (const file of ['README.md', 'module.ts', 'main.ts', 'lang/en.json']) {
        assert.isTrue(existsSync(join(root, 'modules', name, file)), `modules/${name}/${file}`)
      }
    }
  })

  test('fills only outlets that some page offers', ({ assert }) => {
    const templates = [
      ...filesBelow('resources/views', /\.edge$/),
      ...filesBelow('modules', /\.edge$/),
    ]
    const offered = new Set(
      templates.flatMap((path) =>
        [...textOf(path).matchAll(/outlet(?:Pieces)?\(\s*(?:\{\s*name:\s*)?'([a-z_.]+)'/g)].map(
          (match) => match[1]
        )
      )
    )
    const filled = manifests.flatMap((manifest) => Object.keys(manifest.outlets ?? {}))

    assert.deepEqual(
      filled.filter((name) => !offered.has(name)),
      []
    )
  })

  test('lets no template reach into another room', ({ assert }) => {
    for (const { name } of manifests) {
      const others = [
        ...filesBelow('resources/views', /\.edge$/),
        ...filesBelow('modules', /\.edge$/),
      ].filter((path) => !path.startsWith(`modules/${name}/`))
      assert.deepEqual(linesWith(others, new RegExp(`['"\`]${name}::|@!?${name}\\.`)), [])
    }
  })

  test('speaks of search_path only where tenancy is made', ({ assert }) => {
    const code = [
      ...filesBelow('app', /\.ts$/),
      ...filesBelow('modules', /\.ts$/),
      ...filesBelow('config', /\.ts$/),
    ]
    const free = code.filter((path) => !/^app\/kernel\/(tenancy|fleet)\/|\/tests\//.test(path))

    assert.deepEqual(linesWith(free, /search_path/), [])
  })

  test('lets no default export hold a lazy import: the compiler would leave its .ts ending', ({
    assert,
  }) => {
    const code = ['app', 'modules', 'config', 'start'].flatMap((folder) =>
      filesBelow(folder, /\.ts$/).filter((path) => !path.includes('/tests/'))
    )

    assert.deepEqual(linesWith(code, /^export default [[{][\s\S]*?import\('\.[^']*\.ts'\)/m), [])
  })

  test('keeps inline styles and handlers out of every template', ({ assert }) => {
    const templates = [
      ...filesBelow('resources/views', /\.edge$/),
      ...filesBelow('modules', /\.edge$/),
    ].filter((path) => !path.includes('/letters/') && !path.endsWith('letter.edge'))

    assert.deepEqual(linesWith(templates, /\sstyle="|\son[a-z]+="/), [])
  })

  test('has a word for every key that its templates ask for', ({ assert }) => {
    const words = wordKeys()
    const templates = [
      ...filesBelow('resources/views', /\.edge$/),
      ...filesBelow('modules', /\.edge$/),
    ]
    const missing = templates.flatMap((path) =>
      [...textOf(path).matchAll(/\bt\(\s*'([a-z0-9_.]+)'/g)]
        .map((match) => match[1])
        .filter((key) => !words.has(key))
        .map((key) => `${path}: ${key}`)
    )

    assert.deepEqual(missing, [])
  })

  test('names no tool of its makers and no path of their machines', ({ assert }) => {
    const texts = ['app', 'modules', 'bin', 'config', 'docs', 'start', 'resources'].flatMap(
      (folder) => filesBelow(folder, /\.(ts|md|edge|json|js)$/)
    )

    assert.deepEqual(linesWith(texts, /\.\.\/shared|\/work\/main/), [])
  })
})

test.group('The guest list', () => {
  test('orders a module after all that it requires', ({ assert }) => {
    const ordered = order([
      { name: 'deals', title: 'deals.title', requires: ['contacts'] },
      { name: 'contacts', title: 'contacts.title' },
    ])

    assert.deepEqual(
      ordered.map(({ name }) => name),
      ['contacts', 'deals']
    )
  })

  test('refuses a circle, a stranger and a foreign permission', ({ assert }) => {
    const circle = [
      { name: 'a', title: 'a', requires: ['b'] },
      { name: 'b', title: 'b', requires: ['a'] },
    ]

    assert.throws(() => order(circle), /require each other: a → b → a/)
    assert.throws(() => order([{ name: 'a', title: 'a', requires: ['ghost'] }]), /requires "ghost"/)
    assert.throws(
      () => order([{ name: 'a', title: 'a', permissions: { 'b.view': {} } }]),
      /must start with "a\."/
    )
  })
})

function wordKeys(): Set<string> {
  const files = [
    'resources/lang/en.json',
    ...manifests.map(({ name }) => `modules/${name}/lang/en.json`),
  ]
  const keys = new Set<string>()
  const collect = (value: unknown, path: string) => {
    if (typeof value === 'string') keys.add(path)
    else
      for (const [key, inner] of Object.entries(value as object))
        collect(inner, path ? `${path}.${key}` : key)
  }
  for (const file of files.filter((path) => existsSync(join(root, path))))
    collect(JSON.parse(textOf(file)), '')
  return keys
}
