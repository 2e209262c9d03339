import type { HttpContext } from '@adonisjs/core/http'
import { done, refused, type Result } from '#kernel/result/result'
import type { Upload } from '../actions/begin_import.ts'

/** The file that was sent, before anybody has looked into it. */
export function uploadFrom({ request }: HttpContext): Result<Upload, 'no_file' | 'too_large'> {
  const file = request.file('list', { size: '50mb' })
  if (!file) return refused('no_file')
  if (file.errors.some(({ type }) => type === 'size')) return refused('too_large')
  if (!file.tmpPath) return refused('no_file')
  return done({ path: file.tmpPath, name: file.clientName })
}
