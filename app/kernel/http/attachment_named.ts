/** The header that makes a browser save an answer under this name, in any script. */
export function attachmentNamed(name: string): string {
  const plain = name.replaceAll(/[\p{C}/\\:*?"<>|]+/gu, '_')
  const encoded = encodeURIComponent(plain).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  )
  return `attachment; filename*=UTF-8''${encoded}`
}
