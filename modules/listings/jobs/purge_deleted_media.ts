import { purgeDeletedMedia } from '../actions/delete_media.ts'

export default class PurgeDeletedMedia {
  async handle(): Promise<void> {
    await purgeDeletedMedia()
  }
}
