import app from '@adonisjs/core/services/app'
import PDFDocument from 'pdfkit'
import type { Brochure } from './brochure.ts'

export const MARGIN = 48
export const GAP = 12
const FOOT = 36
const INK = '#1f2933'
const QUIET = '#52606d'

type Document = PDFKit.PDFDocument

/** A document that knows where its next line goes, and begins a page when something does not fit. */
export class Sheet {
  readonly document: Document
  readonly brochure: Brochure

  constructor(brochure: Brochure) {
    this.brochure = brochure
    this.document = new PDFDocument({
      size: brochure.paper,
      margins: { top: MARGIN, bottom: MARGIN + FOOT, left: MARGIN, right: MARGIN },
      bufferPages: true,
      lang: 'en',
      displayTitle: true,
      info: { Title: brochure.title, Author: brochure.agency },
    })
    this.document.registerFont('plain', fontAt('DejaVuSans.ttf'))
    this.document.registerFont('bold', fontAt('DejaVuSans-Bold.ttf'))
  }

  get width(): number {
    return this.document.page.width - 2 * MARGIN
  }

  get bottom(): number {
    return this.document.page.height - MARGIN - FOOT
  }

  /** A page of its own for what is `height` tall, unless this one has room. */
  makeRoom(height: number): void {
    if (this.document.y + height > this.bottom) this.document.addPage()
  }

  heading(text: string): void {
    this.makeRoom(60)
    this.document.moveDown(0.6)
    this.text(text, { size: 13, font: 'bold', colour: this.brochure.colour })
    this.document.moveDown(0.3)
  }

  text(text: string, look: { size?: number; font?: string; colour?: string } = {}): void {
    const { size = 10, font = 'plain', colour = INK } = look
    this.document
      .font(font)
      .fontSize(size)
      .fillColor(colour)
      .text(shown(text), MARGIN, undefined, { width: this.width, lineGap: 2 })
  }

  /** Two columns of what a thing is called and what it is. */
  facts(facts: Brochure['facts']): void {
    const { document, width } = this
    const wide = (width - GAP) / 2
    for (let index = 0; index < facts.length; index += 2) {
      const pair = facts.slice(index, index + 2)
      const high = Math.max(...pair.map(({ value }) => this.#heightOf(value, wide * 0.55)))
      this.makeRoom(high + 6)
      const top = document.y
      for (const [place, { label, value }] of pair.entries()) {
        const left = MARGIN + place * (wide + GAP)
        document.font('plain').fontSize(10).fillColor(QUIET)
        document.text(shown(label), left, top, { width: wide * 0.42 })
        document.font('bold').fillColor(INK)
        document.text(shown(value), left + wide * 0.45, top, { width: wide * 0.55 })
      }
      document.y = top + high + 6
    }
  }

  #heightOf(text: string, width: number): number {
    return this.document.font('bold').fontSize(10).heightOfString(shown(text), { width })
  }

  /** Every page says whose it is and which; only now it is known how many there are. */
  footers(): void {
    const { document, brochure } = this
    const { start, count } = document.bufferedPageRange()
    for (let page = 0; page < count; page += 1) {
      document.switchToPage(start + page)
      const top = document.page.height - MARGIN
      document.page.margins.bottom = 0
      document.font('plain').fontSize(8).fillColor(QUIET)
      const half = { width: this.width / 2, height: 20, ellipsis: true, lineBreak: true }
      document.text(shown(brochure.footer), MARGIN, top, { ...half, width: this.width * 0.75 })
      document.text(brochure.pageWords(page + 1, count), MARGIN + half.width, top, {
        ...half,
        align: 'right',
      })
    }
  }
}

/** Signs that steer other signs have no shape of their own. */
function shown(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
}

function fontAt(name: string): string {
  return app.makePath('modules/listings/brochure/fonts', name)
}
