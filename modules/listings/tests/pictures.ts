import { crc32 } from 'node:zlib'
import sharp from 'sharp'

interface Wanted {
  width?: number
  height?: number
  format?: 'jpeg' | 'png' | 'webp' | 'avif'
  colour?: string
}

/** A plain picture, small as a file. */
export function aPicture({
  width = 1200,
  height = 800,
  format = 'jpeg',
  colour = '#4a7',
}: Wanted = {}) {
  const create = { width, height, channels: 3 as const, background: colour }
  return sharp({ create }).toFormat(format).toBuffer()
}

/** A photo as phones take it: lying on its side, and telling where it was taken. */
export function aPhonePhoto(): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: '#a47' } })
    .withExif({
      IFD0: { Make: 'Canary phone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 36/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

/** A few bytes that claim to be 30,000 pixels wide and high. */
export async function aPixelBomb(): Promise<Buffer> {
  const png = await aPicture({ width: 2, height: 2, format: 'png' })
  png.writeUInt32BE(30_000, 16)
  png.writeUInt32BE(30_000, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

export const aPaper = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
)
