import { UnreadableFile } from './unreadable_file.ts'
import type { XmlListener } from './xml_reader.ts'

const MOST_CHARACTERS = 100_000_000

/** Gathers the text of one cell: runs of styled text joined, readings for the ear left out. */
export class TextRuns {
  #text = ''
  #inRun = false
  #inReading = false

  open(name: string): void {
    if (name === 'rPh') this.#inReading = true
    if (name === 't') this.#inRun = true
  }

  text(text: string): void {
    if (this.#inRun && !this.#inReading) this.#text += text
  }

  close(name: string): void {
    if (name === 'rPh') this.#inReading = false
    if (name === 't') this.#inRun = false
  }

  /** Gives the text and begins anew. Excel writes control characters as `_x000D_`. */
  take(): string {
    const text = this.#text
    this.#text = ''
    return unescaped(text)
  }
}

/** Hears sharedStrings.xml: the texts that cells refer to by number. */
export class SharedTexts implements XmlListener {
  readonly texts: string[] = []
  #runs = new TextRuns()
  #characters = 0

  open(name: string): void {
    this.#runs.open(name)
  }

  text(text: string): void {
    this.#runs.text(text)
  }

  close(name: string): void {
    this.#runs.close(name)
    if (name === 'si') this.#keep(this.#runs.take())
  }

  #keep(text: string): void {
    this.#characters += text.length
    if (this.#characters > MOST_CHARACTERS) throw new UnreadableFile('too_large')
    this.texts.push(text)
  }
}

export function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-F]{4})_/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16))
  )
}
