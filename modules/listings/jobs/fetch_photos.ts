import { requestPhotos } from '../actions/request_photos.ts'

export default class FetchPhotos {
  handle(): Promise<void> {
    return requestPhotos()
  }
}
