import type { CustomField } from '#app/records'
import type { MarketPack } from '#kernel/markets/market_pack'
import { readDay } from './read_dates.ts'

type Value = string | number | boolean

const YES = /^(y|yes|true|1|x|on|✓|✔)$/i
const NO = /^(n|no|false|0|off)$/i
const LONGEST_TEXT = 500

/** A text of a list as a field of this kind keeps it; null where it is none of its values. */
export function customValue(text: string, field: CustomField, market: MarketPack): Value | null {
  switch (field.kind) {
    case 'number':
      return numberIn(text)
    case 'date':
      return readDay(text, market.dateOrder)
    case 'yes_no':
      return answerIn(text)
    case 'choice':
      return choiceIn(text, field.choices)
    default:
      return text.length > LONGEST_TEXT ? null : text
  }
}

function answerIn(text: string): boolean | null {
  if (YES.test(text)) return true
  return NO.test(text) ? false : null
}

function choiceIn(text: string, choices: string[]): string | null {
  return choices.find((choice) => choice.toLowerCase() === text.toLowerCase()) ?? null
}

/** 1,250,000.50 and 12,50,000; a currency or unit beside it is no part of a number. */
function numberIn(text: string): number | null {
  const plain = text.replaceAll(/(?<=\d)[,\s](?=\d{2,3})/g, '')
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null
}
