import type { Item } from './meaning.ts'
import type { Token } from './tokens.ts'

/** The words of these items as they were typed; those that stood together stay together. */
export function restOf(items: Item[], tokens: Token[], text: string): string {
  let rest = ''
  let end = 0
  for (const { from, to } of items.toSorted((one, other) => one.from - other.from)) {
    const gap = text.slice(end, tokens[from].start)
    if (rest !== '') rest += tokens[from - 1].end === end || !/\s/.test(gap) ? gap : ' '
    end = tokens[to - 1].end
    rest += text.slice(tokens[from].start, end)
  }
  return rest
}
