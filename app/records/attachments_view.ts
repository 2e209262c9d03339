import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { fileAddress } from '#kernel/files/file_address'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { attachmentsOf } from './queries/attachments_of.ts'
import { momentOf } from './moments.ts'
import type { RecordSubject, SubjectRecord } from './subject.ts'

/** The files on a record, ready to print. */
export async function attachmentsView(
  ctx: HttpContext,
  subject: RecordSubject,
  record: SubjectRecord
) {
  const url = `/app/${subject.room}/${record.id}/attachments`
  const files = await attachmentsOf({ subjectType: subject.type, subjectId: record.id })
  return {
    url,
    mayWrite: ctx.staff.actor.reaches(subject.permissions.update, record),
    files: files.map((file) => ({
      id: file.id,
      name: file.name,
      icon: iconOf(file.media_type),
      address: fileAddress(file.id),
      url: `${url}/${file.id}`,
      facts: {
        size: sizeOf(ctx, Number(file.bytes)),
        who: file.owner_name ?? ctx.i18n.t('records.attachments.nobody'),
        at: momentOf(DateTime.fromJSDate(file.created_at), ctx.tenant as TenantSnapshot).said,
      },
    })),
  }
}

function sizeOf({ i18n }: HttpContext, bytes: number): string {
  const isLarge = bytes >= 1_000_000
  return i18n.formatNumber(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1_000), {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  })
}

function iconOf(mediaType: string): string {
  return mediaType.startsWith('image/') ? 'image' : 'file-text'
}
