import sharp from 'sharp'
import { mediaTypeOf } from '#kernel/files/media_type'
import { type Result, done, refused } from '#kernel/result/result'

export type Unsuitable = 'not_a_picture' | 'too_many_pixels' | 'unreadable'

/** Far more than any logo needs; a small file can claim to be larger than memory. */
const MOST_PIXELS = 16_000_000
const SIDE = 512

/** Drawings (SVG) can carry programs, and are none of these. */
const READ = new Set(['image/png', 'image/jpeg', 'image/webp'])

export interface Logo {
  content: Buffer
  width: number
  height: number
}

/** An upload as a person sent it, lying on this machine. */
export interface Upload {
  path: string
  name: string
}

/**
 * Draws a picture anew as the agency's logo: no larger than it is ever shown, with what shines
 * through, and without anything else that the file carried.
 */
export async function drawLogo({ path, name }: Upload): Promise<Result<Logo, Unsuitable>> {
  if (!READ.has(await mediaTypeOf(path, name))) return refused('not_a_picture')
  // Only the head of the file is read here.
  const head = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!head) return refused('unreadable')
  if (head.width * head.height * (head.pages ?? 1) > MOST_PIXELS) return refused('too_many_pixels')
  const drawn = await draw(path).catch(() => null)
  return drawn ? done(drawn) : refused('unreadable')
}

async function draw(path: string): Promise<Logo> {
  const { data, info } = await sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: 90, alphaQuality: 100 })
    .toBuffer({ resolveWithObject: true })
  return { content: data, width: info.width, height: info.height }
}
