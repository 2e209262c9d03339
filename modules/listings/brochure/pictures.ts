import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { readFile } from '#kernel/files/file_store'

export interface PictureSize {
  width: number
  height: number
}

/** Dots for each point of the paper: sharp when printed, small when sent. */
const DENSITY = 2

/** A picture cut to fill its place, in the one format that every reader of PDF knows; null where it is gone. */
export async function pictureFor(
  storageKey: string,
  { width, height }: PictureSize
): Promise<Buffer | null> {
  try {
    const content = await buffer(await readFile({ storageKey }))
    return await sharp(content)
      .resize({
        width: Math.round(width * DENSITY),
        height: Math.round(height * DENSITY),
        fit: 'cover',
      })
      .jpeg({ quality: 80 })
      .toBuffer()
  } catch {
    return null
  }
}
