import sharp, { type Sharp } from 'sharp'
import type { MediaKind, PictureFormat } from '../media_words.ts'
import { MOST_PIXELS } from './judge_upload.ts'

export interface MadePicture {
  format: PictureFormat
  width: number
  height: number
  content: Buffer
}

export interface MadePictures {
  width: number
  height: number
  placeholder: string
  pictures: MadePicture[]
}

const WIDTHS = [480, 960, 1600]
/** A tour is looked at from inside, so that only a part of it fills the screen. */
const TOUR_WIDTHS = [960, 4096]

const writers: Record<PictureFormat, (picture: Sharp) => Sharp> = {
  avif: (picture) => picture.avif({ quality: 50, effort: 2 }),
  webp: (picture) => picture.webp({ quality: 75 }),
  jpeg: (picture) => picture.jpeg({ quality: 78, progressive: true }),
}

/**
 * Draws a picture anew in each format and width: turned as the camera was held, and without
 * anything else that the file carried (where it was taken, by whom, scripts behind its end).
 * Null when it cannot be read.
 */
export async function makePictures(content: Buffer, kind: MediaKind): Promise<MadePictures | null> {
  const widths = kind === 'tour360' ? TOUR_WIDTHS : WIDTHS
  const drawn = await draw(content, widths.at(-1)!).catch(() => null)
  if (!drawn) return null
  const { width, height } = drawn.info
  const pictures: MadePicture[] = []
  for (const format of Object.keys(writers) as PictureFormat[]) {
    for (const size of [...widths.filter((one) => one < width), width])
      pictures.push(await write(drawn, format, size))
  }
  return { width, height, placeholder: await blur(drawn), pictures }
}

interface Drawn {
  data: Buffer
  info: { width: number; height: number; channels: 1 | 2 | 3 | 4 }
}

/** At most as wide as needed and never enlarged: all others are made of it. */
function draw(content: Buffer, width: number): Promise<Drawn> {
  return sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ width, height: width * 2, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
}

async function write(drawn: Drawn, format: PictureFormat, size: number): Promise<MadePicture> {
  const picture = writers[format](from(drawn).resize({ width: size }))
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return { format, width: info.width, height: info.height, content: data }
}

async function blur(drawn: Drawn): Promise<string> {
  const few = await from(drawn).resize({ width: 16 }).webp({ quality: 30 }).toBuffer()
  return `data:image/webp;base64,${few.toString('base64')}`
}

function from({ data, info }: Drawn): Sharp {
  return sharp(data, { raw: info })
}
