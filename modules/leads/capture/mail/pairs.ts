import type { Captured } from '../captured.ts'
import { emptyCapture, isKnownName, put } from '../named_fields.ts'

const PAIR = /^[\s*•>-]*([\p{L}][\p{L}\p{N} .,'/()?-]{0,80}?)\s*[:：=]\s*(\S.*)$/u
const LABEL = /^[\s*•>-]*([\p{L}][\p{L}\p{N} .,'/()?-]{0,80}?)\s*[:：]?\s*$/u
const TABLE = /^\s*([\p{L}][^\t]{0,80}?)(?:\t+| {2,})(\S.*)$/u
const SPOKEN = /^\s*(name|phone|mobile|tel|telephone|e-?mail)\s+(\S.*)$/iu
/** What mail programs write above what they forward, and addresses of the web. */
const NOT_OURS = /^(sent|to|date|cc|bcc|subject|from|reply-to|https?|www)$/i
const MOST_ANSWERS = 30
/** Blanks between words say no more than a few of them; the patterns above would try each. */
const BLANKS = /[^\S\r\n]{9,}/g
const LONGEST_LINE = 5_000

export interface Pairs {
  captured: Captured
  /** How many names of fields we knew. */
  known: number
}

/** Reads a mail that says what it knows line by line: "Name: Ann". */
export function readPairs(text: string): Pairs {
  const captured = emptyCapture()
  const lines = text
    .replaceAll(/\[(?:https?|cid):[^\]\n]{0,2000}\]/g, '')
    .replaceAll(BLANKS, ' '.repeat(8))
    .split(/\r?\n/)
    .slice(0, 2_000)
    .map((line) => line.slice(0, LONGEST_LINE))
  let known = 0
  for (let at = 0; at < lines.length; at++) {
    const pair = pairAt(lines, at)
    if (!pair) continue
    const { name, lines: taken } = pair
    const isKnown = isKnownName(name)
    const value = isMessage(name)
      ? messageFrom(lines, at, pair)
      : { text: pair.value, lines: taken }
    if (isKnown || Object.keys(captured.answers).length < MOST_ANSWERS)
      put(captured, name, isKnown ? tidy(value.text) : value.text)
    if (isKnown) known++
    at += value.lines - 1
  }
  return { captured, known }
}

interface Pair {
  name: string
  value: string
  lines: number
}

/** "Name: Ann", "Name    Ann", "Phone 555 0100", or a name above its value. */
function pairAt(lines: string[], at: number): Pair | null {
  const line = lines[at]
  const [, name, value] = PAIR.exec(line) ?? knownOf(TABLE.exec(line)) ?? SPOKEN.exec(line) ?? []
  if (name === undefined) return pairAbove(line, lines[at + 1]?.trim())
  return NOT_OURS.test(name.trim()) ? null : { name, value, lines: 1 }
}

function pairAbove(line: string, below: string | undefined): Pair | null {
  const name = labelOf(line)
  const isValue = below && !PAIR.test(below) && !labelOf(below)
  return name && isValue ? { name, value: below, lines: 2 } : null
}

function knownOf(found: RegExpExecArray | null): RegExpExecArray | null {
  return found && isKnownName(found[1]) ? found : null
}

function labelOf(line: string): string | null {
  const [, label] = LABEL.exec(line) ?? []
  return label !== undefined && isKnownName(label) ? label : null
}

function isMessage(name: string): boolean {
  return /message|comment|enquiry$|inquiry$|question|remark/i.test(name)
}

/** A message goes on until another field that we know, or a line that divides. */
function messageFrom(lines: string[], at: number, pair: Pair) {
  const text = [pair.value]
  let next = at + pair.lines
  for (; next < lines.length; next++) {
    const other = pairAt(lines, next)
    if ((other && isKnownName(other.name)) || /^\s*[-_=*]{3,}\s*$/.test(lines[next])) break
    text.push(lines[next])
  }
  return { text: text.join('\n').trim(), lines: next - at }
}

/** "+91-98… (Verified)", "<ann@post.example>", "Ann [new]": the value alone. */
function tidy(text: string): string {
  return text
    .replaceAll(/\s*[([](?:not )?verified[)\]]/gi, '')
    .replace(/\s*<mailto:[^>]*>/i, '')
    .replace(/\s*\[mailto:[^\]]*\]/i, '')
    .replace(/^<([^<>\s]+)>$/, '$1')
    .trim()
}
