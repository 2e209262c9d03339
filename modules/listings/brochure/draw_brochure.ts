import { Readable } from 'node:stream'
import type { Brochure } from './brochure.ts'
import { type PictureSize, logoFor, pictureFor } from './pictures.ts'
import { GAP, MARGIN, Sheet } from './sheet.ts'

const BAND = 64
const LOGO = { width: 120, height: 36 }

/**
 * A brochure as a stream of PDF. Nothing happens before somebody reads it: the answer is sent
 * when the unit has ended, and no unit waits for pictures.
 */
export function drawBrochure(brochure: Brochure): Readable {
  return Readable.from(pages(brochure), { objectMode: false })
}

async function* pages(brochure: Brochure): AsyncGenerator<Buffer> {
  const sheet = new Sheet(brochure)
  drawBand(sheet)
  await drawLogo(sheet)
  const [cover, ...others] = brochure.pictures
  if (cover) await drawPicture(sheet, cover, { width: sheet.width, height: sheet.width * 0.5 })
  drawWords(sheet)
  await drawPhotos(sheet, others)
  sheet.footers()
  sheet.document.end()
  yield* sheet.document as unknown as AsyncIterable<Buffer>
}

/** Whose brochure it is, across the top of the first page. */
function drawBand({ document, brochure }: Sheet): void {
  const { width } = document.page
  document.rect(0, 0, width, BAND).fill(brochure.colour)
  document.font('bold').fontSize(16).fillColor(brochure.onColour)
  document.text(brochure.agency, MARGIN, 22, {
    width: width - 2 * MARGIN - (brochure.logo ? LOGO.width + 2 * GAP : 0),
    height: 24,
    ellipsis: true,
  })
  document.y = BAND + GAP * 1.5
}

/** At the end of the band, on white: it was not drawn for that colour. */
async function drawLogo({ document, brochure }: Sheet): Promise<void> {
  const logo = brochure.logo && (await logoFor(brochure.logo, LOGO))
  if (!logo) return
  const { content, width, height } = logo
  const left = document.page.width - MARGIN - GAP / 2 - width
  const top = (BAND - height) / 2
  document.roundedRect(left - GAP / 2, top - GAP / 2, width + GAP, height + GAP, 4).fill('#ffffff')
  const below = document.y
  document.image(content, left, top, { width })
  document.y = below
}

function drawWords(sheet: Sheet): void {
  const { brochure, document } = sheet
  const { words } = brochure
  sheet.text(brochure.title, { size: 20, font: 'bold' })
  sheet.text(brochure.price, { size: 15, font: 'bold', colour: brochure.colour })
  sheet.text(brochure.address, { size: 10 })
  sheet.heading(words.facts)
  sheet.facts(brochure.facts)
  if (brochure.description) {
    sheet.heading(words.about)
    sheet.text(brochure.description)
  }
  if (brochure.features.length > 0) {
    sheet.heading(words.features)
    sheet.text(brochure.features.join(' · '))
  }
  if (!brochure.agent) return
  sheet.heading(words.contact)
  sheet.text(brochure.agent.name, { size: 11, font: 'bold' })
  for (const line of brochure.agent.lines) sheet.text(line)
  document.moveDown(0.5)
}

/** Two beside each other, as many rows as it takes. */
async function drawPhotos(sheet: Sheet, pictures: Brochure['pictures']): Promise<void> {
  if (pictures.length === 0) return
  const width = (sheet.width - GAP) / 2
  const height = width * 0.667
  sheet.makeRoom(height + 60)
  sheet.heading(sheet.brochure.words.photos)
  for (let index = 0; index < pictures.length; index += 2) {
    sheet.makeRoom(height + GAP)
    await drawPair(sheet, pictures.slice(index, index + 2), { width, height })
  }
}

async function drawPair(sheet: Sheet, pair: Brochure['pictures'], size: PictureSize) {
  const top = sheet.document.y
  for (const [place, { storageKey }] of pair.entries()) {
    const image = await pictureFor(storageKey, size)
    const left = MARGIN + place * (size.width + GAP)
    if (image) sheet.document.image(image, left, top, { width: size.width })
  }
  sheet.document.y = top + size.height + GAP
}

async function drawPicture(
  { document }: Sheet,
  { storageKey }: Brochure['pictures'][number],
  size: PictureSize
): Promise<void> {
  const image = await pictureFor(storageKey, size)
  if (!image) return
  const top = document.y
  document.image(image, MARGIN, top, { width: size.width })
  document.y = top + size.height + GAP
}
