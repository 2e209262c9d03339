/** The words in which media are kept; what people read of them stands in lang/en.json. */
export const mediaKinds = ['photo', 'floorplan', 'pdf', 'tour360'] as const
const moderations = ['uploaded', 'processing', 'approved', 'rejected'] as const
export const pictureFormats = ['avif', 'webp', 'jpeg'] as const

export type MediaKind = (typeof mediaKinds)[number]
export type Moderation = (typeof moderations)[number]
export type PictureFormat = (typeof pictureFormats)[number]

/** One size and format of a picture, in a file of its own. */
export interface Picture {
  format: PictureFormat
  width: number
  height: number
  fileId: string
}
