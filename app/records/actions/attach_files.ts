import { depositFile, keepFile } from '#kernel/files/file_store'
import { type Result, done, refused } from '#kernel/result/result'
import { unit } from '#kernel/tenancy/tenancy'
import { ATTACHMENTS, MOST_ATTACHMENTS, attachedTo } from '../queries/attachments_of.ts'

/** A file as the browser sent it. */
export interface Upload {
  path: string
  name: string
}

export type Unattachable = 'too_large' | 'empty' | 'program' | 'too_many'

/** What runs on somebody's machine when they open it. */
const programs = new Set([
  'application/x-msdownload',
  'application/vnd.microsoft.portable-executable',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-msi',
  'application/x-apple-diskimage',
  'application/x-deb',
  'application/x-rpm',
  'application/vnd.android.package-archive',
  'application/java-vm',
  'application/x-ms-shortcut',
])

/** Hangs files on a record: all that were sent, or none. */
export async function attachFiles(
  subject: { type: string; id: string },
  uploads: Upload[]
): Promise<Result<number, Unattachable>> {
  const known = await attachedTo({ subjectType: subject.type, subjectId: subject.id })
    .whereNull('deleted_at')
    .count('* as count')
    .pojo<{ count: number }>()
  if (Number(known[0].count) + uploads.length > MOST_ATTACHMENTS) return refused('too_many')

  for (const { path, name } of uploads) {
    const facts = { name, module: ATTACHMENTS }
    const deposit = await depositFile(unit().tenant.id, { path }, facts)
    if (!deposit.ok) return deposit
    if (programs.has(deposit.value.mediaType)) return refused('program')
    await keepFile(deposit.value, { subject })
  }
  return done(uploads.length)
}
