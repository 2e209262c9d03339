import type { MarketKey } from '#kernel/markets/market_pack'
import { marketVocabulary } from '../../../plain_words/market_vocabulary.ts'
import type { Vocabulary } from '../../../plain_words/parsed.ts'

export const vocabularies: Record<MarketKey, Vocabulary> = {
  US: marketVocabulary('US'),
  ZW: marketVocabulary('ZW'),
  IN: marketVocabulary('IN'),
}

/** What an agency of that market knows before it adds words of its own. */
export function vocabularyOf(market: MarketKey): Vocabulary {
  return { ...vocabularies[market] }
}
