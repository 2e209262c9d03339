import sharp from 'sharp'
import { mediaTypeOf } from '#kernel/files/media_type'
import { type Result, done, refused } from '#kernel/result/result'
import type { MediaKind } from '../media_words.ts'

/** A file as somebody sent it, lying on this machine. */
export interface Upload {
  path: string
  name: string
  bytes: number
}

export type Unsuitable =
  'empty' | 'too_large' | 'heic' | 'not_a_picture' | 'too_many_pixels' | 'unreadable'

const MB = 1024 * 1024
export const MOST_BYTES: Record<MediaKind, number> = {
  photo: 5 * MB,
  floorplan: 5 * MB,
  pdf: 20 * MB,
  tour360: 20 * MB,
}

/** More than any camera makes; a small file can claim to be far larger than memory. */
export const MOST_PIXELS = 80_000_000

/** The formats in which cameras and browsers write. Drawings (SVG) can carry scripts, and are none. */
const READ = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif'])

/** What iPhones write unless they are told otherwise; no browser but theirs shows it. */
const PHONES = new Set(['image/heic', 'image/heif'])

/** What an upload really is, by its content alone: a paper, or a picture of the kind that was meant. */
export async function judgeUpload(
  upload: Upload,
  meant: MediaKind
): Promise<Result<MediaKind, Unsuitable>> {
  if (upload.bytes === 0) return refused('empty')
  const type = await mediaTypeOf(upload.path, upload.name)
  const kind = kindOf(type, meant)
  if (upload.bytes > MOST_BYTES[kind]) return refused('too_large', { most: MOST_BYTES[kind] / MB })
  if (type === 'application/pdf') return done(kind)
  if (PHONES.has(type)) return refused('heic')
  if (!READ.has(type)) return refused('not_a_picture')
  return judgePicture(upload.path, kind)
}

/** Only what is a paper is one, whatever was meant. */
function kindOf(type: string, meant: MediaKind): MediaKind {
  if (type === 'application/pdf') return 'pdf'
  return meant === 'pdf' ? 'photo' : meant
}

/** Reads the head of the file only: nothing is unpacked here. */
async function judgePicture(path: string, kind: MediaKind): Promise<Result<MediaKind, Unsuitable>> {
  const head = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!head?.width || !head.height) return refused('unreadable')
  if (head.width * head.height * (head.pages ?? 1) > MOST_PIXELS) return refused('too_many_pixels')
  return done(kind)
}
