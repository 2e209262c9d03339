import { execFile } from 'node:child_process'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { askRaw } from '#tests/functional/security/raw'
import { Workspace } from '#tests/support/workspace'

interface Ended {
  code: number
  said: string
}

/** Runs the command in a process of its own. */
function apiToken(words: string[], settings: Record<string, string> = {}): Promise<Ended> {
  const options = { cwd: app.makePath(), env: { ...process.env, ...settings } }
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      ['ace.js', 'api:token', ...words],
      options,
      (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), said: `${stdout}${stderr}` })
    )
  )
}

test.group('A key for trying the API out', (group) => {
  const workspace = new Workspace()
  group.each.setup(() => workspace.open())

  test('is printed, and opens what its role may do', async ({ assert }) => {
    const { said, code } = await apiToken(['north', 'senior_agent'])
    assert.equal(code, 0, said)
    const [key = ''] = /fh_[0-9a-f]{12}_[\w-]{43}/.exec(said) ?? []
    const headers = { host: workspace.agency.host, authorization: `Bearer ${key}` }
    const { text } = await askRaw({ path: '/api/v1/key', headers })
    assert.equal(JSON.parse(text).member.role, 'senior_agent')
  })

  test('is refused in production, and for whom there is not', async ({ assert }) => {
    const refused: [string[], Record<string, string>, RegExp][] = [
      [['north', 'principal'], { NODE_ENV: 'production' }, /members create their keys themselves/],
      [['nowhere', 'principal'], {}, /No agency is called "nowhere"/],
      [['north', 'emperor'], {}, /There is no role "emperor"/],
    ]
    for (const [words, settings, sentence] of refused) {
      const { code, said } = await apiToken(words, settings)
      assert.equal(code, 1)
      assert.match(said, sentence)
    }
  })
})
