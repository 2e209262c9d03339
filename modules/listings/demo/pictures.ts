import sharp, { type Sharp } from 'sharp'
import { depositFile, keepFile } from '#kernel/files/file_store'
import type { Chance } from '#kernel/demo/chance'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import type { Picture } from '../media_words.ts'
import { SCENE, type SceneKind, sceneOf } from './scenes.ts'

const WIDTHS = [480, 960]

/** All pictures that an agency's listings share: drawing thousands would keep people waiting. */
const POOL: SceneKind[] = [
  ...Array<SceneKind>(12).fill('house'),
  ...Array<SceneKind>(6).fill('room'),
  ...Array<SceneKind>(4).fill('garden'),
  ...Array<SceneKind>(2).fill('floorplan'),
]
const FIRST_ROOM = 12

/** Which pictures of the pool a home shows: its front first, then what is inside and around. */
export function picturesFor(chance: Chance): number[] {
  if (chance.happens(0.06)) return []
  const others = Array.from({ length: POOL.length - FIRST_ROOM }, (_, index) => FIRST_ROOM + index)
  return [chance.between(0, FIRST_ROOM - 1), ...chance.take(chance.between(1, 8), others)]
}

export function photosAmong(numbers: number[]): number {
  return numbers.filter((number) => POOL[number] !== 'floorplan').length
}

interface Shown {
  listing: string
  numbers: number[]
}

/** Gives listings their pictures: a row for each, all of them on the same few files. */
export async function showPictures(listings: Shown[]): Promise<void> {
  const pool = await keepPool()
  const rows = listings.flatMap(({ listing, numbers }) =>
    numbers.map((number, position) => ({ listing, number, position }))
  )
  await unitSql(
    `insert into listing_media (listing_id, position, kind, file_id, name, pictures, placeholder, width, height, moderation, processed_at)
     select row.listing, row.position, pool.kind, pool.file_id, pool.name, pool.pictures, pool.placeholder,
            ${SCENE.width}, ${SCENE.height}, 'approved', now()
       from jsonb_to_recordset(?::jsonb) as row(listing uuid, number integer, position integer)
       join jsonb_to_recordset(?::jsonb) as pool(number integer, kind text, file_id uuid, name text, pictures jsonb, placeholder text)
         on pool.number = row.number`,
    [JSON.stringify(rows), JSON.stringify(pool)]
  )
}

async function keepPool() {
  const kept = []
  for (const [number, scene] of (await drawnPool()).entries()) {
    const pictures: Picture[] = []
    for (const { width, content } of scene.sizes)
      pictures.push(await keep(scene.name, width, content))
    const { kind, name, placeholder } = scene
    kept.push({ number, kind, name, placeholder, pictures, file_id: pictures.at(-1)!.fileId })
  }
  return kept
}

async function keep(name: string, width: number, content: Buffer): Promise<Picture> {
  const deposit = await depositFile(unit().tenant.id, content, { name, module: 'listings' })
  if (!deposit.ok) throw new Error(deposit.reason)
  const { id } = await keepFile(deposit.value)
  const height = Math.round((width * SCENE.height) / SCENE.width)
  return { format: 'webp', width, height, fileId: id }
}

let drawn: ReturnType<typeof drawPool> | null = null

/** Drawn once, however many agencies this process furnishes. */
function drawnPool() {
  drawn ??= drawPool()
  return drawn
}

function drawPool() {
  return Promise.all(POOL.map((scene, number) => drawScene(scene, `${number}`)))
}

async function drawScene(scene: SceneKind, seed: string) {
  const whole = sharp(Buffer.from(sceneOf(scene, seed)))
  const sizes = await Promise.all(
    WIDTHS.map(async (width) => ({ width, content: await webpOf(whole, width) }))
  )
  const few = await whole.clone().resize({ width: 16 }).webp({ quality: 30 }).toBuffer()
  return {
    kind: scene === 'floorplan' ? 'floorplan' : 'photo',
    name: `${scene}-${seed}.webp`,
    placeholder: `data:image/webp;base64,${few.toString('base64')}`,
    sizes,
  }
}

function webpOf(whole: Sharp, width: number): Promise<Buffer> {
  return whole.clone().resize({ width }).webp({ quality: 70, effort: 2 }).toBuffer()
}
