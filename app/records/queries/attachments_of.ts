import { folderOf } from '#kernel/files/file_store'
import StoredFile from '#kernel/files/stored_file'
import { unit } from '#kernel/tenancy/tenancy'

/** Under this name the storage keeps them; other files of a record lie elsewhere. */
export const ATTACHMENTS = 'attachments'

/** As many as one record can have. */
export const MOST_ATTACHMENTS = 200

interface Place {
  subjectType: string
  subjectId: string
}

/** The files that people attached to a record, the deleted ones among them. */
export function attachedTo({ subjectType, subjectId }: Place) {
  return StoredFile.query()
    .where({ subjectType, subjectId })
    .whereLike('storage_key', `${folderOf(unit().tenant.id)}${ATTACHMENTS}/%`)
}

interface AttachmentRow {
  id: string
  name: string
  media_type: string
  bytes: string
  created_at: Date
  owner_name: string | null
}

/** Those that are there, the newest first, with whoever brought each. */
export async function attachmentsOf(place: Place): Promise<AttachmentRow[]> {
  return attachedTo(place)
    .whereNull('files.deleted_at')
    .joinRaw('left join members as owner on owner.id = files.owner_id')
    .select('files.id', 'files.name', 'files.media_type', 'files.bytes', 'files.created_at')
    .select('owner.name as owner_name')
    .orderBy('files.id', 'desc')
    .limit(MOST_ATTACHMENTS)
    .pojo<AttachmentRow>()
}
