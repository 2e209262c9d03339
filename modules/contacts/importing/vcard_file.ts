import type { ListRow, OpenedFile, TextFile } from '#app/imports'
import { UnreadableFile } from '#app/imports'
import { cellsOfCard, VCARD_COLUMNS } from './vcard_card.ts'
import { vcardLines } from './vcard_lines.ts'
import { vcardProperty, type VcardProperty } from './vcard_property.ts'

const MOST_PROPERTIES = 1_000

/** Opens a file of vCards, versions 2.1 to 4.0, streamed. */
export async function openVcards(file: TextFile): Promise<OpenedFile> {
  const first = await cards(file).next()
  if (first.done) throw new UnreadableFile('no_rows')
  return {
    format: 'vcard',
    encoding: file.encoding,
    hasHeader: true,
    columns: [...VCARD_COLUMNS],
    rows: () => cards(file),
  }
}

/** A card that its file cuts off before the end is still a card; one within another is left out. */
async function* cards(file: TextFile): AsyncGenerator<ListRow> {
  const card = new CardInProgress()
  for await (const { line, bytes } of vcardLines(file)) {
    const property = vcardProperty(bytes, file.encoding)
    if (!property) continue
    const finished = card.hear(property, line)
    if (finished) yield finished
  }
  const last = card.finish()
  if (last) yield last
}

class CardInProgress {
  #line = 0
  #isOpen = false
  #inAgent = false
  #properties: VcardProperty[] = []

  /** Takes a property in; gives the row of a card that ends with it. */
  hear(property: VcardProperty, line: number): ListRow | undefined {
    if (property.name === 'BEGIN') return this.#begin(line)
    if (property.name === 'END') return this.#end()
    if (this.#isOpen && !this.#inAgent) this.#keep(property)
    return undefined
  }

  finish(): ListRow | undefined {
    const properties = this.#properties.splice(0)
    this.#isOpen = false
    return properties.length > 0 ? { line: this.#line, cells: cellsOfCard(properties) } : undefined
  }

  #keep(property: VcardProperty): void {
    if (this.#properties.length === MOST_PROPERTIES) {
      throw new UnreadableFile('record_too_long', { line: this.#line })
    }
    this.#properties.push(property)
  }

  /** Old programs nest the card of an agent; any other card within a card lacks its end. */
  #begin(line: number): ListRow | undefined {
    this.#inAgent = this.#properties.at(-1)?.name === 'AGENT'
    if (this.#inAgent) return undefined
    const unfinished = this.finish()
    this.#isOpen = true
    this.#line = line
    return unfinished
  }

  #end(): ListRow | undefined {
    if (!this.#inAgent) return this.finish()
    this.#inAgent = false
    return undefined
  }
}
