import { test } from '@japa/runner'
import { localPath } from '../../../app/identity/local_path.ts'

test.group('A path to lead to', () => {
  test('stays as it is on this host: {$self}')
    .with(['/app', '/app/contacts?q=a&page=2', '/', '/app/%2Fx'])
    .run(({ assert }, path) => {
      assert.equal(localPath(path), path)
    })

  test('is none when it could lead elsewhere: {$self}')
    .with([
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\/evil.example',
      '/\tevil',
      '/ evil',
      'javascript:alert(1)',
      'app',
      '',
      '/a\\b',
    ])
    .run(({ assert }, path) => {
      assert.isNull(localPath(path))
    })

  test('is none when it is no text', ({ assert }) => {
    for (const value of [undefined, null, 1, ['/app'], {}]) assert.isNull(localPath(value))
  })
})
