/** "+12065550112" becomes "+1 ••• ••12": enough to know it again, too little to call. */
export function veiledPhone(phone: string): string {
  return `${/^\+\d/.exec(phone)?.[0] ?? ''} ••• ••${phone.slice(-2)}`.trim()
}

/** "ada@engines.example" becomes "a•••@engines.example". */
export function veiledEmail(email: string): string {
  return email.replace(/^(.)[^@]*/u, '$1•••')
}

const EMAIL = /[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:"]+/g
const PHONE = /\+?\d(?:[\s().\-/]*\d){6,}/g

/** A text with every number and address in it veiled, whoever wrote it down. */
export function veiledText(text: string): string {
  return text.replaceAll(EMAIL, veiledEmail).replaceAll(PHONE, veiledPhone)
}
