import { purgeDeletedLeads } from '../actions/purge_deleted_leads.ts'

export default class PurgeDeletedLeads {
  async handle(): Promise<void> {
    await purgeDeletedLeads()
  }
}
