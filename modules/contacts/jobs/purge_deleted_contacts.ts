import { purgeDeletedContacts } from '../actions/purge_deleted_contacts.ts'

export default class PurgeDeletedContacts {
  async handle(): Promise<void> {
    await purgeDeletedContacts()
  }
}
