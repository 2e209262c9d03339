import { type FileChoices, type ListFile, openList } from '#app/imports'
import { contactManner } from './contact_manner.ts'

/** Opens a contact list as programs export them: separated text, an Excel workbook or vCards. */
export function openContactFile(
  path: string,
  name: string,
  choices: FileChoices = {}
): Promise<ListFile> {
  return openList({ path, name, choices }, contactManner)
}
