import { configProvider } from '@adonisjs/core'
import { formatters } from '@adonisjs/i18n'
import type { FormatterFactory, TranslationsFormatterContract } from '@adonisjs/i18n/types'

type Facts = Record<string, unknown>
type Writer = (facts: Facts) => string | null

/** Neither choices nor formats, and no quotes that would mean something: names between words. */
const NAMES_ONLY = /^(?:[^{}']|\{\s*\w+\s*\})*$/
const MOST = 5_000

/**
 * ICU messages, read once. A page says a hundred of them; most are plain words or words with
 * names in between, which need no parser. Choices and plurals go to ICU, and their outcomes are
 * kept for facts that come again.
 */
export class RememberingFormatter implements TranslationsFormatterContract {
  readonly name = 'icu'
  #icu: TranslationsFormatterContract
  #writers = new Map<string, Writer>()
  #outcomes = new Map<string, string>()

  constructor(icu: TranslationsFormatterContract) {
    this.#icu = icu
  }

  format(message: string, locale: string, facts: Facts = {}): string {
    const known = this.#writers.get(message) ?? this.#read(message)
    return known(facts) ?? this.#choose(message, locale, facts)
  }

  #read(message: string): Writer {
    const writer = NAMES_ONLY.test(message) ? writerOf(message) : () => null
    this.#writers.set(message, writer)
    return writer
  }

  #choose(message: string, locale: string, facts: Facts): string {
    const key = `${locale}\n${message}\n${JSON.stringify(facts)}`
    const known = this.#outcomes.get(key)
    if (known !== undefined) return known
    const said = this.#icu.format(message, locale, facts)
    if (this.#outcomes.size >= MOST) this.#outcomes.clear()
    this.#outcomes.set(key, said)
    return said
  }
}

/** For config/i18n.ts. */
export function rememberingIcu() {
  return configProvider.create<FormatterFactory>(async (app) => {
    const icu = await formatters.icu().resolver(app)
    return (config) => new RememberingFormatter(icu(config))
  })
}

/** null where a fact is missing or is no plain one: ICU then says what is wrong, or how to write it. */
function writerOf(message: string): Writer {
  const parts = message.split(/\{\s*(\w+)\s*\}/)
  if (parts.length === 1) return () => message
  return (facts) => {
    let said = ''
    for (const [index, part] of parts.entries()) {
      const value = index % 2 ? facts[part] : part
      if (typeof value !== 'string' && typeof value !== 'number') return null
      said += value
    }
    return said
  }
}
