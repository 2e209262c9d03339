import { readPhone, type PhoneReading } from '#kernel/markets/phones'
import { joinedValues, saysNothing } from '#app/imports'
import type { DraftPhone } from './contact_draft.ts'
import { labelsFor, plainLabel } from './point_labels.ts'
import type { Cell, RowReader } from './row_reader.ts'

type Region = Parameters<typeof readPhone>[1]
type NumberInText = { text: string; word?: string; reading: PhoneReading }

const FEWEST_DIGITS = 7

/** The phones of a row: one to a cell, joined as Google does, or listed and labelled by people. */
export function draftPhones(reader: RowReader): DraftPhone[] {
  const phones = reader.cells('phone').flatMap((cell) => phonesIn(cell, reader))
  const firstOfEach = new Map(phones.toReversed().map((phone) => [phone.e164, phone]))
  return phones.filter((phone) => firstOfEach.get(phone.e164) === phone)
}

function phonesIn(cell: Cell, reader: RowReader): DraftPhone[] {
  const labels = labelsFor(cell, reader)
  return joinedValues(cell.text).flatMap((value, index) => {
    if (value === '' || saysNothing(value)) return []
    const numbers = numbersIn(value, reader.market.region)
    return numbers
      .flatMap((number) => drafted(number, { ...cell, text: number.text }, reader))
      .map(({ e164, label }) => ({ e164, label: label ?? labels[index] ?? null }))
  })
}

/** An extension is no part of the number that is called, and is kept beside it. */
function drafted({ reading, word }: NumberInText, cell: Cell, reader: RowReader): DraftPhone[] {
  if (!reading.ok) {
    reader.warn(cell, reading.problem)
    return []
  }
  if (reading.extension) {
    reader.warn(cell, {
      key: 'contacts.import.problems.phone_extension',
      params: { extension: reading.extension },
    })
  }
  return [{ e164: reading.e164, label: word ? plainLabel(word) : null }]
}

/** Reads a value as one number, or as a list of them. */
function numbersIn(value: string, region: Region): NumberInText[] {
  const whole = numberBesideWord(value, region)
  if (whole.reading.ok) return [whole]
  const parts = value.split(/\s*(?:[;,/|\n]|\bor\b|\band\b|&)\s*/i).filter(Boolean)
  const isList = parts.every((part) => part.replaceAll(/\P{Nd}/gu, '').length >= FEWEST_DIGITS)
  return isList ? parts.map((part) => numberBesideWord(part, region)) : [whole]
}

/** People write "Cell: 077…" and "077… (wife)"; the word becomes the label. */
function numberBesideWord(text: string, region: Region): NumberInText {
  const reading = readPhone(text, region)
  if (reading.ok) return { text, reading }
  const before = /^(?<word>\p{L}[\p{L} .]{0,18}?)[\s.:-]*(?<number>[+(\p{Nd}].*)$/u.exec(text)
  const after = /^(?<number>.*\p{Nd})\s*[-([]\s*(?<word>\p{L}[\p{L} .]{0,18})[)\]]?$/u.exec(text)
  const { word, number } = (before ?? after)?.groups ?? {}
  const inner = number === undefined ? reading : readPhone(number, region)
  return inner.ok ? { text, word, reading: inner } : { text, reading }
}
