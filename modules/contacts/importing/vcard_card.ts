import { partsOf, unescaped, type VcardProperty } from './vcard_property.ts'

/** The columns of every file of vCards. Several values of one stand in one cell, joined by MANY. */
export const VCARD_COLUMNS = [
  'Full name',
  'First name',
  'Middle name',
  'Last name',
  'Name prefix',
  'Name suffix',
  'Nickname',
  'Company',
  'Department',
  'Job title',
  'Phone',
  'Phone label',
  'Email',
  'Email label',
  'Street',
  'City',
  'State',
  'Postcode',
  'Country',
  'Other addresses',
  'Birthday',
  'Categories',
  'Notes',
  'Website',
  'UID',
] as const

/** How Google and we set apart several values in one cell. */
const MANY = ' ::: '

type Column = (typeof VCARD_COLUMNS)[number]
type Cells = Partial<Record<Column, string>>

const NOT_A_LABEL = new Set(['pref', 'voice', 'internet', 'text', 'msg', 'dom', 'intl', 'x400'])
const NO_PHONE = new Set(['fax', 'pager', 'modem', 'video', 'textphone'])

/** The cells of one card. */
export function cellsOfCard(properties: VcardProperty[]): Record<Column, string> {
  const filled: Cells = {
    ...nameCells(properties),
    ...reachCells(properties),
    ...addressCells(properties),
    ...otherCells(properties),
  }
  const cells = VCARD_COLUMNS.map((column) => [column, filled[column] ?? ''])
  return Object.fromEntries(cells) as Record<Column, string>
}

function nameCells(properties: VcardProperty[]): Cells {
  const [last, first, middle, prefix, suffix] = partsOf(textOf(properties, 'N'), ';')
  const isCompany = /^(org|company)/i.test(
    textOf(properties, 'KIND') || textOf(properties, 'X-ABSHOWAS')
  )
  return {
    'Full name': isCompany ? '' : unescaped(textOf(properties, 'FN')),
    'First name': first,
    'Middle name': middle,
    'Last name': last,
    'Name prefix': prefix,
    'Name suffix': suffix,
    'Nickname': unescaped(textOf(properties, 'NICKNAME')),
    ...companyCells(properties, isCompany),
  }
}

/** ORG names the company, then its departments. */
function companyCells(properties: VcardProperty[], isCompany: boolean): Cells {
  const [company = '', ...departments] = partsOf(textOf(properties, 'ORG'), ';')
  const name = company || (isCompany ? unescaped(textOf(properties, 'FN')) : '')
  return { Company: name, Department: joined(departments) }
}

function reachCells(properties: VcardProperty[]): Cells {
  const named = (name: string) => properties.filter((property) => property.name === name)
  const phones = named('TEL').filter(({ types }) => !types.some((type) => NO_PHONE.has(type)))
  const emails = named('EMAIL')
  return {
    'Phone': phones.map(({ value }) => unescaped(value)).join(MANY),
    'Phone label': phones.map((phone) => labelOf(phone, properties)).join(MANY),
    'Email': emails.map(({ value }) => unescaped(value)).join(MANY),
    'Email label': emails.map((email) => labelOf(email, properties)).join(MANY),
  }
}

/** iPhones write their own labels as a property of the same group, their usual ones in marks. */
function labelOf({ group, types }: VcardProperty, properties: VcardProperty[]): string {
  const own = properties.find((other) => other.name === 'X-ABLABEL' && other.group === group)
  if (group && own) return unescaped(own.value).replace(/^_\$!<(.*)>!\$_$/, '$1')
  const type = types.find((candidate) => !NOT_A_LABEL.has(candidate)) ?? ''
  return type === 'cell' || type === 'iphone' ? 'mobile' : type
}

function addressCells(properties: VcardProperty[]): Cells {
  const addresses = properties.filter(({ name }) => name === 'ADR')
  const main = addresses.find(({ types }) => types.includes('pref')) ?? addresses[0]
  if (!main) return {}
  const [box, extra, street, city, state, postcode, country] = partsOf(main.value, ';')
  const others = addresses.filter((address) => address !== main)
  return {
    'Street': joined([box, extra, street]),
    'City': city,
    'State': state,
    'Postcode': postcode,
    'Country': country,
    'Other addresses': others.map(({ value }) => joined(partsOf(value, ';'))).join(MANY),
  }
}

function otherCells(properties: VcardProperty[]): Cells {
  const categories = properties.filter(({ name }) => name === 'CATEGORIES')
  const notes = properties.filter(({ name }) => name === 'NOTE')
  return {
    'Job title': unescaped(textOf(properties, 'TITLE') || textOf(properties, 'ROLE')),
    'Birthday': textOf(properties, 'BDAY'),
    'Categories': categories.flatMap(({ value }) => partsOf(value, ',')).join(MANY),
    'Notes': notes.map(({ value }) => unescaped(value)).join('\n'),
    'Website': unescaped(textOf(properties, 'URL')),
    'UID': textOf(properties, 'UID'),
  }
}

function textOf(properties: VcardProperty[], wanted: string): string {
  return properties.find(({ name }) => name === wanted)?.value ?? ''
}

function joined(parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(', ')
}
