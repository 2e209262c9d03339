import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'

const run = promisify(execFile)

test.group('The gate of boundaries', () => {
  test('sees a planted violation through an alias', async ({ assert, cleanup }) => {
    const folder = app.makePath('app/kernel/planted')
    await mkdir(folder, { recursive: true })
    cleanup(() => rm(folder, { recursive: true, force: true }))
    await writeFile(
      `${folder}/violation.ts`,
      `import { Member } from '#app/members'\nexport const planted = Member\n`
    )

    const gate = run('node_modules/.bin/depcruise', ['app/kernel/planted'], { cwd: app.makePath() })

    const refusal = await gate.then(
      () => '',
      (error: { stdout: string }) => error.stdout
    )
    assert.include(refusal, 'kernel-stands-on-its-own')
  }).timeout(60_000)
})
