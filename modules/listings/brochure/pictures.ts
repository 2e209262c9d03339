import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { readFile } from '#kernel/files/file_store'

export interface PictureSize {
  width: number
  height: number
}

/** Dots for each point of the paper: sharp when printed, small when sent. */
const DENSITY = 2

/** A logo of any shape, whole and with what shines through, as a picture of at most that size; null where it is gone. */
export async function logoFor(
  storageKey: string,
  { width, height }: PictureSize
): Promise<(PictureSize & { content: Buffer }) | null> {
  try {
    const { data, info } = await sharp(await buffer(await readFile({ storageKey })))
      .resize({ width: width * DENSITY, height: height * DENSITY, fit: 'inside' })
      .png()
      .toBuffer({ resolveWithObject: true })
    return { content: data, width: info.width / DENSITY, height: info.height / DENSITY }
  } catch {
    return null
  }
}

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
