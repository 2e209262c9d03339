/* Photos of cameras are larger than any page needs: the browser draws them smaller before they travel. */
const EDGES = [3200, 2400, 1600]

/** `file` itself when it is small enough, no picture, or one that this browser cannot draw. */
export async function scaledDown(file, most) {
  if (file.size <= most || !file.type.startsWith('image/')) return file
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return file
  for (const edge of EDGES) {
    const blob = await drawn(picture, Math.min(1, edge / Math.max(picture.width, picture.height)))
    if (blob && blob.size <= most) return new File([blob], jpegName(file.name), { type: blob.type })
  }
  return file
}

function drawn(picture, scale) {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
}

function jpegName(name) {
  return `${name.replace(/\.[^.]*$/, '')}.jpg`
}
