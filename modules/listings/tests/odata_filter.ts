/** The part of OData's $filter that a RESO server must understand for replication: comparisons, and, or, parentheses. */
type Values = Record<string, unknown>
type Test = (values: Values) => boolean

const TOKENS = /\s*('(?:[^']|'')*'|[()]|[^\s()']+)/g

export function filterOf(text: string): Test {
  const tokens = [...text.matchAll(TOKENS)].map(([, token]) => token)
  const test = anyOf(tokens)
  if (tokens.length > 0) throw new Error(`Not understood: ${tokens.join(' ')}`)
  return test
}

function anyOf(tokens: string[]): Test {
  const tests = [allOf(tokens)]
  while (tokens[0] === 'or') {
    tokens.shift()
    tests.push(allOf(tokens))
  }
  return (values) => tests.some((test) => test(values))
}

function allOf(tokens: string[]): Test {
  const tests = [one(tokens)]
  while (tokens[0] === 'and') {
    tokens.shift()
    tests.push(one(tokens))
  }
  return (values) => tests.every((test) => test(values))
}

function one(tokens: string[]): Test {
  if (tokens[0] !== '(') return comparison(tokens.splice(0, 3))
  tokens.shift()
  const test = anyOf(tokens)
  if (tokens.shift() !== ')') throw new Error('A parenthesis is open')
  return test
}

const OPERATORS: Record<string, (one: number) => boolean> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
}

function comparison([field, operator, literal]: string[]): Test {
  const holds = OPERATORS[operator]
  if (!holds || literal === undefined) throw new Error(`Not understood: ${field} ${operator}`)
  const right = valueOf(literal)
  return (values) => holds(orderOf(values[field], right))
}

function valueOf(literal: string): unknown {
  if (literal.startsWith("'")) return literal.slice(1, -1).replaceAll("''", "'")
  if (/^\d{4}-/.test(literal)) return literal
  return JSON.parse(literal)
}

export function orderOf(left: unknown, right: unknown): number {
  const [mine, other] = [left, right].map((value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : value
  ) as [string, string]
  if (mine === other) return 0
  return mine > other ? 1 : -1
}
