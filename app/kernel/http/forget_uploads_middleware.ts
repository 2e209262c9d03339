import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NextFn } from '@adonisjs/core/types/http'

const uploads = new AsyncLocalStorage<string[]>()

/** Where the body parser puts a file that somebody sends; it is gone when the request is answered. */
export function uploadPath(): string {
  const path = join(tmpdir(), `freehold-upload-${randomUUID()}`)
  uploads.getStore()?.push(path)
  return path
}

/** What is kept was copied into the storage by then: nothing that people send stays behind, refused or not. */
export default class ForgetUploadsMiddleware {
  async handle(_: unknown, next: NextFn) {
    const paths: string[] = []
    try {
      return await uploads.run(paths, next)
    } finally {
      await Promise.all(paths.map((path) => rm(path, { force: true })))
    }
  }
}
