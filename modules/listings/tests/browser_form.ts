/** What a browser sends for a form with these values: `phones[0][number]=…&kinds[]=…`. */
export function browserForm(values: Record<string, unknown>): string {
  const sent = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) append(sent, name, value)
  return sent.toString()
}

function append(sent: URLSearchParams, name: string, value: unknown): void {
  if (value === null || value === undefined) return
  if (typeof value !== 'object') return sent.append(name, String(value))
  for (const [key, inner] of Object.entries(value)) {
    const isListed = Array.isArray(value) && typeof inner !== 'object'
    append(sent, isListed ? `${name}[]` : `${name}[${key}]`, inner)
  }
}
