/** WCAG 2 relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** Black or white text, whichever reads better on `background`; null where neither reaches AA. */
export function readableOn(background: string): string | null {
  const best = ['#ffffff', '#111827'].sort(
    (a, b) => contrast(b, background) - contrast(a, background)
  )[0]
  return contrast(best, background) >= 4.5 ? best : null
}
