import type { XmlAttributes, XmlListener } from './xml_reader.ts'

type Sheet = { relation: string; isHidden: boolean }

/** Hears workbook.xml: the order of the sheets, and from which year its dates count. */
export class WorkbookOutline implements XmlListener {
  isFrom1904 = false
  #sheets: Sheet[] = []

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'workbookPr') this.isFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
    if (name === 'sheet') this.#sheets.push(sheetFrom(attributes))
  }

  /** Ids of the sheets' relations, hidden sheets last. */
  relations(): string[] {
    const shown = this.#sheets.filter(({ isHidden }) => !isHidden)
    const hidden = this.#sheets.filter(({ isHidden }) => isHidden)
    return [...shown, ...hidden].map(({ relation }) => relation)
  }
}

/** Hears workbook.xml.rels: where in the archive the parts of the workbook lie. */
export class WorkbookRelations implements XmlListener {
  #targets = new Map<string, string>()
  #byKind = new Map<string, string>()

  open(name: string, { Id = '', Type = '', Target = '' }: XmlAttributes): void {
    if (name !== 'Relationship') return
    const path = Target.startsWith('/') ? Target : `xl/${Target}`
    this.#targets.set(Id, path)
    this.#byKind.set(Type.slice(Type.lastIndexOf('/') + 1), path)
  }

  pathOf(relation: string): string | undefined {
    return this.#targets.get(relation)
  }

  pathOfKind(kind: 'sharedStrings' | 'styles'): string | undefined {
    return this.#byKind.get(kind)
  }
}

/** The prefix of the relation's id is the document's own choice. */
function sheetFrom(attributes: XmlAttributes): Sheet {
  const relation = Object.entries(attributes).find(([name]) => /:id$/i.test(name))?.[1] ?? ''
  return { relation, isHidden: /hidden/i.test(attributes.state ?? '') }
}
