const LONGEST = 200

/** Names of columns for a row of headings: every one filled and none twice. */
export function columnNames(headings: string[]): string[] {
  const taken = new Set<string>()
  return headings.map((heading, index) => {
    const name = unique(tidied(heading) || columnLetter(index), taken)
    taken.add(name)
    return name
  })
}

/** The name of a column in a spreadsheet: A to Z, then AA. */
function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}

/** The number of the column with these letters, counted from zero. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** `__proto__` would not become a property of an object. */
function tidied(heading: string): string {
  const name = heading
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return name === '__proto__' ? '' : name.slice(0, LONGEST).toWellFormed()
}

function unique(name: string, taken: Set<string>): string {
  if (!taken.has(name)) return name
  let count = 2
  while (taken.has(`${name} (${count})`)) count++
  return `${name} (${count})`
}
